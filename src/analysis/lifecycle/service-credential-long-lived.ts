import { AWS_SLOT } from '../../model/aws.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keysInSlot, ofHolder, onDay, subjectsOf } from './held-keys.ts';

/** So many times the limit makes a credential's age a high risk. */
const FAR_OVER = 4;

/** Credentials for one service, such as CodeCommit or Bedrock, that work for longer than keys should. */
export const serviceCredentialLongLived: Check = {
  id: 'aws.service-credential-long-lived',
  title: 'Service-specific credential works for too long',
  why:
    'Credentials for a single service, such as user names and passwords for CodeCommit or Keyspaces and long-term API keys ' +
    'of Bedrock, are bearer secrets of an IAM user: they work from anywhere until they are deleted or end, are left out of ' +
    'reviews of access keys, and AWS does not tell when they were last used.',
  remediation:
    'Delete the credential where nothing uses it. For Bedrock use short-term keys or a role; for CodeCommit and Keyspaces ' +
    'use a role with the credential helper or the SigV4 plugin. Where it must stay, reset it and let it end.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['its age is more than four times the rotation limit'],
    loweredBy: ['it ends by itself within the rotation limit'],
  },
  run(graph, { now, config }) {
    const credentials = keysInSlot(graph, AWS_SLOT.service).filter(({ key }) => key.status === 'active');
    const findings = credentials.flatMap((each) => {
      const { key, holder } = each;
      const service = (key.slot ?? '').slice(AWS_SLOT.service.length);
      const limit = strictestLimit(config, holder?.domains ?? [], 'rotationMaxDays');
      const age = daysSince(key.created, now);
      const left = daysSince(key.expires, now);
      // Over by itself: it can do no harm any more.
      if (left !== undefined && left >= 0) return [];
      const bearer = key.kind === 'api-key';
      const old = age !== undefined && age > limit.days;
      const endless = key.expires === undefined && bearer;
      const long = left !== undefined && -left > limit.days;
      if (!old && !endless && !long) return [];
      const far = age !== undefined && age > limit.days * FAR_OVER;
      const endsSoon = left !== undefined && !long;
      const severity: Severity = far ? 'high' : endsSoon ? 'low' : 'medium';
      const factors: Factor[] = [
        ...(far ? [{ what: `its age is more than ${FAR_OVER} times the limit`, effect: 'raises' as const }] : []),
        ...(endsSoon && !far
          ? [{ what: `it ends by itself on ${key.expires?.slice(0, 10)}`, effect: 'lowers' as const }]
          : []),
      ];
      const problem = old ? `is ${age} days old` : endless ? 'never ends' : `works for ${-(left ?? 0)} more days`;
      return [
        {
          title: `Credential for ${service}${ofHolder(each)} ${problem}`,
          severity,
          confidence: 'high' as const,
          subjects: subjectsOf(each),
          discriminator: key.keyId ?? service,
          places: [key.place],
          evidence: [
            {
              what: `${key.keyId ?? 'The credential'} is active, created ${onDay(key.created)}, and ${key.expires === undefined ? 'never ends' : `ends ${onDay(key.expires)}`}; ${limit.from} allows ${limit.days} days. When it was last used is not told by AWS.`,
              place: key.place,
            },
          ],
          factors,
          remediation: serviceCredentialLongLived.remediation,
        },
      ];
    });
    return { examined: credentials.length, findings };
  },
};
