import { describe, expect, test } from 'vitest';
import { CONFIG } from '../privilege/support/aws-fixtures.ts';
import { awsCases } from './cases/aws.ts';
import { githubCases } from './cases/github.ts';
import { issuerCases } from './cases/issuers.ts';
import { outsideCases } from './cases/outside.ts';
import { inShort, trustFindings, trustGraph } from './support/trust-graph.ts';

const config = { ...CONFIG, ownAccounts: ['444455556666'] };

describe.each([
  ['GitHub Actions', githubCases],
  ['other issuers', issuerCases],
  ['AWS principals, services and SAML', awsCases],
  ['vendors’ pages and write-ups', outsideCases],
])('trusts of %s', (_, cases) => {
  test.each(cases)('$name: $why', ({ trust, policy, findings }) => {
    const graph = trustGraph([{ name: 'case', trust, ...(policy === undefined ? {} : { policy }) }], { config });
    const expected = findings.map((one) => one.replace(' ', ' aws.trust-')).sort();
    expect(inShort(trustFindings(graph, config))).toEqual(expected);
  });
});
