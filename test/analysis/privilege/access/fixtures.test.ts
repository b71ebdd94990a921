import { describe, expect, test } from 'vitest';
import { FIXTURES, prepare } from './fixture-cases.ts';

describe.each(FIXTURES)('$file', ({ cases }) => {
  test.each(cases)('$why', (one) => {
    const { access, request, session } = prepare(one);
    const options = {
      ...(session !== undefined && { session }),
      ...(one.now !== undefined && { now: new Date(one.now) }),
      ...(one.complete !== undefined && { complete: one.complete }),
    };
    const decision = access.decide(request, options);
    expect(decision).toMatchObject({ verdict: one.expect });
    expect(decision.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    const depends = [...new Set(decision.reasons.flatMap((reason) => reason.depends))].sort();
    if (one.depends !== undefined) expect(depends).toEqual([...one.depends].sort());
    if (one.expect === 'depends') expect(depends).not.toEqual([]);
    if (one.rule !== undefined) expect(decision.rule).toContain(one.rule);
    if (one.assumed === '') expect(decision.assumed).toBeUndefined();
    else if (one.assumed !== undefined) expect(decision.assumed?.join(' ')).toContain(one.assumed);
  });
});
