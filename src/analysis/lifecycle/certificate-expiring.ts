import { AWS_SLOT } from '../../model/aws.ts';
import type { Check } from '../check.ts';
import { endingOf } from './expiring.ts';
import { keysInSlot, ofHolder, subjectsOf } from './held-keys.ts';

/** Certificates kept in IAM that are over, or nearly. */
export const certificateExpiring: Check = {
  id: 'aws.certificate-expiring',
  title: 'Certificate in IAM ends soon or is over',
  why:
    'When a certificate that a load balancer or distribution serves ends, clients refuse the connection; a signing ' +
    'certificate that ended signs nothing. IAM renews none of them. Those that are over and still there hide which one is ' +
    'in use.',
  remediation:
    'Replace it before it ends, best by a certificate of AWS Certificate Manager, which renews itself. Delete one that is ' +
    'over once nothing refers to it.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['at most seven days are left'],
    loweredBy: ['it is over already'],
  },
  run(graph, { now }) {
    const certificates = [...keysInSlot(graph, AWS_SLOT.signing), ...keysInSlot(graph, AWS_SLOT.server)].filter(
      ({ key }) => key.status === 'active' && key.expires !== undefined,
    );
    const findings = certificates.flatMap((each) => {
      const { key } = each;
      const ending = endingOf(key.expires, now);
      if (ending === undefined) return [];
      const server = key.slot?.startsWith(AWS_SLOT.server) === true;
      const name = server
        ? `Server certificate ${key.slot?.slice(AWS_SLOT.server.length)}`
        : `Signing certificate ${key.keyId ?? ''}`;
      const unknown = server ? 'What serves it is not told by IAM.' : 'When it was last used is not told by IAM.';
      return [
        {
          title: `${name}${ofHolder(each)} ${ending.when}`,
          severity: ending.severity,
          confidence: 'high' as const,
          subjects: subjectsOf(each),
          discriminator: key.keyId ?? '',
          places: [key.place],
          evidence: [{ what: `Valid until ${key.expires?.slice(0, 10)}. ${unknown}`, place: key.place }],
          factors: [
            ...ending.factors,
            ...(ending.over ? [{ what: 'it is over already', effect: 'lowers' as const }] : []),
          ],
          remediation: certificateExpiring.remediation,
        },
      ];
    });
    return { examined: certificates.length, findings };
  },
};
