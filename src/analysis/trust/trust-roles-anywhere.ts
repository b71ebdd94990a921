import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Test } from './conditions.ts';
import { narrowed, testsFor } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, policyText, ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText as documentText } from '../example-text.ts';
import { trustStatement } from './trust-text.ts';

const SERVICE = /^rolesanywhere\.amazonaws\.com(\.cn)?$/;

/** Roles that certificates of any authority, or any certificate of one, may take through IAM Roles Anywhere. */
export const trustRolesAnywhere: Check = {
  id: 'aws.trust-roles-anywhere-open',
  title: 'Role is open to every certificate of IAM Roles Anywhere',
  why:
    'IAM Roles Anywhere gives the role to whoever holds a certificate of a trust anchor. Without a test of the anchor, ' +
    'certificates of every authority registered in the account count; without a test of the certificate, each one that ' +
    'the authority signed for whatever purpose.',
  remediation:
    'Test aws:SourceArn for the trust anchor, and a field of the certificate, such as aws:PrincipalTag/x509Subject/CN.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['the role is or can become an administrator'],
    loweredBy: ['the trust anchor is fixed', 'a field of the certificate is fixed'],
  },
  example: {
    before: documentText(
      trustStatement({ Service: 'rolesanywhere.amazonaws.com' }, [
        'sts:AssumeRole',
        'sts:TagSession',
        'sts:SetSourceIdentity',
      ]),
    ),
    after: documentText(
      trustStatement(
        { Service: 'rolesanywhere.amazonaws.com' },
        ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        {
          ArnEquals: { 'aws:SourceArn': 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/<id>' },
          StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'build-server' },
        },
      ),
    ),
  },
  run(graph) {
    const trusted = trustedRoles(graph, ['service']).filter(({ trust }) => SERVICE.test(trust.trusted));
    return { examined: trusted.length, findings: trusted.flatMap((one) => judge(graph, one)) };
  },
};

/** An anchor is named when its ARN is whole up to its id. */
function namesAnchor(tests: readonly Test[]): boolean {
  return testsFor(tests, 'aws:SourceArn').some(
    ({ mode, whenAbsent, values }) =>
      mode === 'is' &&
      whenAbsent === 'fails' &&
      values.length > 0 &&
      values.every((value) => /:trust-anchor\/[^*?/]+$/.test(value)),
  );
}

/** Fields of the certificate that must have certain values. */
function namesCertificate(tests: readonly Test[]): boolean {
  return tests.some(
    ({ key, mode, whenAbsent, wildcards, values }) =>
      /^aws:(?:PrincipalTag|RequestTag)\/x509(?:Subject|SAN)\/|^sts:SourceIdentity$/i.test(key) &&
      mode === 'is' &&
      whenAbsent === 'fails' &&
      values.length > 0 &&
      !(wildcards && values.some((value) => /^(?:CN=)?[*?]*$/.test(value))),
  );
}

function judge(graph: Graph, one: TrustedRole): readonly FindingDraft[] {
  const { role, trust } = one;
  const { tests, denied } = narrowed(trust, denialsOf(graph, one));
  const anchor = namesAnchor(tests);
  const certificate = namesCertificate(tests);
  if (denied !== undefined || (anchor && certificate)) return [];
  const { severity, factors } = ratedByPower(graph, role, anchor || certificate ? 'low' : 'medium');
  const what = anchor
    ? 'every certificate of its trust anchor'
    : certificate
      ? 'certificates of every trust anchor of the account'
      : 'every certificate of every trust anchor of the account';
  return [
    {
      title: `${identityInWords(role)} can be taken by ${what}`,
      severity,
      confidence: 'high',
      subjects: [role.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what: `${statementInWords(trust)} allows ${trust.trusted} and ${anchor ? 'tests the trust anchor' : 'does not name a trust anchor in aws:SourceArn'}; ${certificate ? 'a field of the certificate is tested' : 'no subject of the certificate is tested'}.`,
          place: trust.place,
        },
      ],
      factors: [
        ...factors,
        ...(anchor ? [{ what: 'the trust anchor is fixed', effect: 'lowers' as const }] : []),
        ...(certificate ? [{ what: 'a field of the certificate is fixed', effect: 'lowers' as const }] : []),
      ],
      remediation:
        'Name the trust anchor and the certificate:' +
        policyText({
          Condition: {
            ArnEquals: {
              'aws:SourceArn': `arn:aws:rolesanywhere:<region>:${role.account ?? '111122223333'}:trust-anchor/<id>`,
            },
            StringEquals: { 'aws:PrincipalTag/x509Subject/CN': '<common name>' },
          },
        }),
    },
  ];
}
