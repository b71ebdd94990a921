import { AWS_ATTRIBUTE } from '../../model/aws.ts';
import type { Check } from '../check.ts';
import { keyHolders, keyName } from './access-keys.ts';
import { identityInWords } from '../identity-in-words.ts';

/** One IAM user with a console password and an active access key: a person and a machine in one. */
export const consoleAndKey: Check = {
  id: 'aws.console-and-key',
  title: 'User signs in to the console and has access keys',
  why:
    'A password is for a person, an access key for a machine. Both on one user mean that a person works with a ' +
    'long-lived key, or that a machine identity is used by people: who did what can no longer be told.',
  remediation:
    'Let the person sign in through IAM Identity Center, which also gives short-lived keys for the command line, and ' +
    'give the machine a role or a user of its own without a password.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI10:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-03' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['the password is not backed by MFA'],
    loweredBy: [],
  },
  run(graph) {
    const holders = keyHolders(graph).filter(({ identity }) => identity.kind === 'user');
    const findings = holders
      .filter(({ identity }) => identity.attributes[AWS_ATTRIBUTE.consolePassword] === 'enabled')
      .map(({ identity, keys }) => {
        const withoutMfa = identity.attributes[AWS_ATTRIBUTE.mfa] === 'none';
        return {
          title: `${identityInWords(identity)} has a console password and ${keys.length} active access key${keys.length > 1 ? 's' : ''}`,
          severity: withoutMfa ? ('medium' as const) : ('low' as const),
          confidence: 'medium' as const,
          subjects: [identity.id],
          places: [...identity.places, ...keys.map(({ place }) => place)],
          evidence: [
            ...identity.places.slice(0, 1).map((place) => ({ what: 'Console password: enabled.', place })),
            ...keys.map((key) => ({ what: `${keyName(key)} is active.`, place: key.place })),
          ],
          factors: withoutMfa ? [{ what: 'the password is not backed by MFA', effect: 'raises' as const }] : [],
          remediation: consoleAndKey.remediation,
        };
      });
    return { examined: holders.length, findings };
  },
};
