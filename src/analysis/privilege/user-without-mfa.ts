import { AWS_ATTRIBUTE } from '../../model/aws.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { powerOf } from './power.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Users that sign in to the console with a password alone. */
export const userWithoutMfa: Check = {
  id: 'aws.user-without-mfa',
  title: 'Console user signs in without MFA',
  why:
    'A password alone opens the console: one that is phished, reused or guessed is enough to act with every right of ' +
    'the user. A second factor, best one that is bound to the site such as a passkey, makes the password alone useless.',
  remediation:
    'Register a passkey or an authenticator for the user, and deny what is asked without it; better, let people sign in ' +
    'through IAM Identity Center and delete the password.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-03' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['it is the root user', 'the user is an administrator or can make itself one'],
    loweredBy: [],
  },
  run(graph) {
    const users = graph.identities.filter(
      ({ provider, kind, attributes }) =>
        provider === 'aws' &&
        (kind === 'user' || kind === 'account-root') &&
        attributes[AWS_ATTRIBUTE.consolePassword] === 'enabled' &&
        attributes[AWS_ATTRIBUTE.mfa] !== undefined,
    );
    const findings = users
      .filter(({ attributes }) => attributes[AWS_ATTRIBUTE.mfa] === 'none')
      .map((identity) => {
        const root = identity.kind === 'account-root';
        const power = root ? 'is the root user' : powerOf(graph, identity.id);
        const severity: Severity = root ? 'critical' : power === undefined ? 'medium' : 'high';
        const factors: Factor[] = power === undefined ? [] : [{ what: `it ${power}`, effect: 'raises' }];
        const who = root ? `The root user of account ${identity.account ?? identity.id}` : identityInWords(identity);
        return {
          title: `${who} signs in to the console without MFA`,
          severity,
          confidence: 'high' as const,
          subjects: [identity.id],
          places: identity.places,
          evidence: identity.places
            .slice(0, 1)
            .map((place) => ({ what: 'Console password: enabled. MFA: none.', place })),
          factors,
          remediation: userWithoutMfa.remediation,
        };
      });
    return { examined: users.length, findings };
  },
};
