import { describe, expect, test } from 'vitest';
import { NO_FACTS } from '../../../src/model/facts.ts';
import type { IdentityProvider } from '../../../src/model/grant.ts';
import { ADMIN, AUD, aws, token } from './cases/case.ts';
import { OWN, arnOf, inShort, trustFindings, trustGraph } from './support/trust-graph.ts';
import type { RoleCase } from './support/trust-graph.ts';

const VENDOR = 'arn:aws:iam::999988887777:root';
const ID = { StringEquals: { 'sts:ExternalId': '5f0c8a52-8f5e-4a4e-9d0b-2f0f8e5d7c11' } };
const assume = (resource: string) => [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: resource }];
const shortOf = (roles: readonly RoleCase[]) => inShort(trustFindings(trustGraph(roles)));

const entry = (policy: RoleCase['policy'] = []): RoleCase => ({ name: 'entry', trust: [aws(VENDOR, ID)], policy });

const saml = (name: string, expires: string): IdentityProvider => ({
  id: `arn:aws:iam::${OWN}:saml-provider/${name}`,
  account: OWN,
  kind: 'saml',
  audiences: [],
  expires,
  attributes: {},
  place: {
    kind: 'resource',
    source: 'source-aws',
    provider: 'aws',
    resource: `arn:aws:iam::${OWN}:saml-provider/${name}`,
  },
});

describe('chains from outside', () => {
  test('a vendor’s role that an administrator trusts by name leads on', () => {
    const [finding] = trustFindings(
      trustGraph([entry(), { name: 'admin', trust: [aws(arnOf('entry'))], policy: ADMIN }]),
    );
    expect(finding).toMatchObject({ check: 'aws.trust-chain-from-outside', severity: 'high' });
    expect(finding?.subjects).toEqual([arnOf('entry'), arnOf('admin')]);
    expect(finding?.evidence.map(({ what }) => what)).toEqual([
      'account 999988887777 may take AWS role entry. Statement number 1 of the trust policy allows it.',
      'AWS role entry may take AWS role admin: statement number 1 of the trust policy of the latter names it.',
      'AWS role admin is an administrator.',
    ]);
  });

  test('where the administrator trusts its whole account, the vendor’s role must be allowed to assume it', () => {
    const admin: RoleCase = { name: 'admin', trust: [aws(`arn:aws:iam::${OWN}:root`)], policy: ADMIN };
    expect(shortOf([entry(assume(arnOf('admin'))), admin])).toEqual(['high aws.trust-chain-from-outside']);
    expect(shortOf([entry(assume(arnOf('other'))), admin])).toEqual([]);
  });

  test('across accounts both sides must allow it', () => {
    const admin: RoleCase = { name: 'admin', account: '444455556666', trust: [aws(arnOf('entry'))], policy: ADMIN };
    expect(shortOf([entry(assume('*')), admin])).toEqual(['high aws.trust-chain-from-outside']);
    expect(shortOf([entry(), admin])).toEqual([]);
  });

  test('a chain of two steps is told with both', () => {
    const findings = trustFindings(
      trustGraph([
        entry(),
        { name: 'middle', trust: [aws(arnOf('entry'))] },
        { name: 'admin', trust: [aws(arnOf('middle'))], policy: ADMIN },
      ]),
    );
    expect(findings.map(({ title }) => title)).toEqual([
      'Account 999988887777 reaches AWS role admin by way of AWS role entry',
    ]);
    expect(findings[0]?.evidence).toHaveLength(4);
  });

  test('an entry that is open to everyone makes it critical', () => {
    const roles: RoleCase[] = [
      { name: 'entry', trust: [token('token.actions.githubusercontent.com', { StringEquals: AUD })] },
      { name: 'admin', trust: [aws(arnOf('entry'))], policy: ADMIN },
    ];
    expect(shortOf(roles)).toEqual(['critical aws.trust-chain-from-outside', 'critical aws.trust-oidc-no-subject']);
  });

  test('a denial in the administrator’s trust cuts the chain', () => {
    const admin: RoleCase = {
      name: 'admin',
      trust: [aws(arnOf('entry')), { Effect: 'Deny', Principal: { AWS: arnOf('entry') }, Action: 'sts:AssumeRole' }],
      policy: ADMIN,
    };
    expect(shortOf([entry(), admin])).toEqual([]);
  });
});

describe('circles', () => {
  test('two roles that trust each other are one circle', () => {
    expect(
      shortOf([
        { name: 'a', trust: [aws(arnOf('b'))] },
        { name: 'b', trust: [aws(arnOf('a'))] },
      ]),
    ).toEqual(['low aws.trust-cycle']);
  });

  test('a circle over two accounts is worse', () => {
    const other = '444455556666';
    const roles: RoleCase[] = [
      { name: 'a', trust: [aws(arnOf('b', other))], policy: assume('*') },
      { name: 'b', account: other, trust: [aws(arnOf('a'))], policy: assume('*') },
    ];
    expect(shortOf(roles)).toEqual(['medium aws.trust-cycle']);
  });

  test('a line is no circle', () => {
    expect(
      shortOf([
        { name: 'a', trust: [aws(arnOf('b'))] },
        { name: 'b', trust: [aws(arnOf('c'))] },
        { name: 'c', trust: [] },
      ]),
    ).toEqual([]);
  });
});

test('one external id for two vendors is told once; for two roles of one vendor not at all', () => {
  const other = 'arn:aws:iam::888877776666:root';
  expect(
    shortOf([
      { name: 'a', trust: [aws(VENDOR, ID)] },
      { name: 'b', trust: [aws(other, ID)] },
    ]),
  ).toEqual(['low aws.trust-external-id-shared']);
  expect(
    shortOf([
      { name: 'a', trust: [aws(VENDOR, ID)] },
      { name: 'b', trust: [aws(VENDOR, ID)] },
    ]),
  ).toEqual([]);
});

describe('providers of the account', () => {
  const role: RoleCase = {
    name: 'people',
    trust: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${OWN}:saml-provider/idp` },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
  };
  const findings = (providers: readonly IdentityProvider[]) =>
    inShort(trustFindings(trustGraph([role], { facts: [{ ...NO_FACTS, providers }] })));

  test('a provider whose metadata has ended, or which is gone, is told', () => {
    expect(findings([saml('idp', '2026-05-01T00:00:00Z')])).toEqual(['low aws.trust-saml-provider-ended']);
    expect(findings([saml('other', '2030-01-01T00:00:00Z')])).toEqual(['low aws.trust-saml-provider-ended']);
    expect(findings([saml('idp', '2030-01-01T00:00:00Z')])).toEqual([]);
    expect(findings([])).toEqual([]);
  });

  test('a provider that accepts one audience makes a missing test of it mild', () => {
    const oidc: IdentityProvider = {
      ...saml('x', '2030-01-01T00:00:00Z'),
      id: `arn:aws:iam::${OWN}:oidc-provider/token.actions.githubusercontent.com`,
      kind: 'oidc',
      url: 'https://token.actions.githubusercontent.com',
      audiences: ['sts.amazonaws.com'],
    };
    const trust = [
      token('token.actions.githubusercontent.com', { StringEquals: { sub: 'repo:acme/shop:environment:production' } }),
    ];
    const graph = trustGraph([{ name: 'deploy', trust }], { facts: [{ ...NO_FACTS, providers: [oidc] }] });
    expect(inShort(trustFindings(graph))).toEqual(['info aws.trust-oidc-audience']);
  });
});

test('every finding names its statement, and says why in its evidence, its factors and its remediation', () => {
  const graph = trustGraph([
    { name: 'a', trust: [aws('*', undefined, { Sid: 'Everyone' })] },
    { name: 'b', trust: [aws(VENDOR, undefined, { Sid: 'Vendor' })] },
    {
      name: 'c',
      trust: [
        token(
          'token.actions.githubusercontent.com',
          { StringEquals: AUD, StringLike: { sub: 'repo:acme/*' } },
          { Sid: 'GitHub' },
        ),
      ],
    },
  ]);
  for (const { evidence, title, remediation, places } of trustFindings(graph)) {
    expect(evidence[0]?.what, title).toMatch(/^Statement (Everyone|Vendor|GitHub) of the trust policy/);
    expect(places[0], title).toMatchObject({ field: 'AssumeRolePolicyDocument.Statement[0]' });
    expect(remediation, title).toContain('```json');
  }
});

describe('accounts of the organisation', () => {
  const OTHER = '222233334444';
  const trusting: RoleCase = { name: 'shared', trust: [aws(`arn:aws:iam::${OTHER}:root`)] };

  test('are no third parties', () => {
    const graph = trustGraph([trusting]);
    expect(inShort(trustFindings(graph))).toEqual(['medium aws.trust-cross-account-no-external-id']);
    expect(inShort(trustFindings({ ...graph, organizationAccounts: [OWN, OTHER] }))).toEqual([]);
  });

  test('and who is none of them is one, surely', () => {
    const graph = { ...trustGraph([entry([]), { name: 'shared', trust: [aws(VENDOR)] }]), organizationAccounts: [OWN] };
    const [finding] = trustFindings(graph).filter(({ check }) => check === 'aws.trust-cross-account-no-external-id');
    expect(finding?.confidence).toBe('medium');
  });
});
