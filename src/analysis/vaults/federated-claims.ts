import type { Trust } from '../../model/grant.ts';
import type { ClaimTest } from '../trust/tokens/judge.ts';

/** More is not read of an expression; Microsoft allows 600 characters. */
const MAX_EXPRESSION = 2000;

/**
 * What a federated credential asks of a token: subject and audience, compared whole, or an expression over claims.
 * Undefined where the expression is not understood, or neither was told.
 */
export function claimTestsOf({ subjects, audiences, conditions }: Trust): readonly ClaimTest[] | undefined {
  if (subjects.length === 0 && conditions['ClaimsMatch'] === undefined) return undefined;
  const tests = [...whole('sub', subjects), ...whole('aud', audiences)];
  for (const expression of conditions['ClaimsMatch']?.['expression'] ?? []) {
    const read = expressionTests(expression);
    if (read === undefined) return undefined;
    tests.push(...read);
  }
  return tests;
}

/**
 * Tests of an expression such as `claims['sub'] matches 'repo:acme/shop:ref:refs/heads/*' and claims['aud'] eq 'x'`:
 * `matches` knows `*` and `?`, `eq` compares whole.
 * https://learn.microsoft.com/en-us/entra/workload-id/workload-identities-flexible-federated-identity-credentials
 */
function expressionTests(expression: string): readonly ClaimTest[] | undefined {
  if (expression.length > MAX_EXPRESSION) return undefined;
  const tests: ClaimTest[] = [];
  const comparison = /\s*claims\['([A-Za-z0-9_.\-/:]+)'\]\s+(matches|eq)\s+'((?:[^'\\]|\\.|'')*)'\s*(and\b|$)/iy;
  while (comparison.lastIndex < expression.length) {
    const [, claim, operator, value, joined] = comparison.exec(expression) ?? [];
    if (claim === undefined || operator === undefined || value === undefined) return undefined;
    const text = value.replaceAll("''", "'").replaceAll(/\\(.)/g, '$1');
    tests.push(testOf(claim, operator.toLowerCase() === 'matches' ? 'matches' : 'equals', [text]));
    if (joined === '') return comparison.lastIndex === expression.length ? tests : undefined;
  }
  return undefined;
}

function whole(claim: string, values: readonly string[]): ClaimTest[] {
  return values.length === 0 ? [] : [testOf(claim, 'equals', values)];
}

function testOf(claim: string, operator: 'equals' | 'matches', values: readonly string[]): ClaimTest {
  return {
    claim,
    mode: 'is',
    patterns: values.map((text) => ({ text, wildcards: operator === 'matches' })),
    whenAbsent: 'fails',
    operator,
  };
}
