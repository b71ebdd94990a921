import { describe, expect, test } from 'vitest';
import { privilegePaths } from '../../../../src/analysis/privilege/paths/privilege-paths.ts';
import { PATH_FIXTURES, graphOfCase } from './path-cases.ts';

/** `user/ci` of its ARN. */
function short(id: string): string {
  return id.replace(/^arn:aws:iam::\d+:/, '');
}

describe.each(PATH_FIXTURES)('$file', ({ cases }) => {
  test.each(cases)('$why', async (one) => {
    const { graph, config } = await graphOfCase(one);
    const paths = privilegePaths(graph, config);
    const found = paths.map(({ principal, target, certainty, steps }) => {
      const to = target === 'administrator' ? '' : ` to ${short(target)}`;
      return [`${short(principal)}${to}`, [certainty, ...steps.map(({ technique }) => technique)].join(' ')];
    });
    expect(Object.fromEntries(found)).toEqual(one.expect ?? {});
    for (const { steps, cut } of paths) {
      expect(cut).not.toBe('');
      for (const { says, certainty, needs } of steps) {
        expect(says).not.toMatch(/[{}]|undefined/);
        expect(needs === undefined).toBe(certainty === 'certain');
      }
    }
  });
});
