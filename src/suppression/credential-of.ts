import type { Finding } from '../model/finding.ts';

/** Id of the value that a finding about a secret in the open is about. Other findings may name credentials, too. */
export function credentialOf({ check, subjects }: Pick<Finding, 'check' | 'subjects'>): string | undefined {
  return check.startsWith('secret.') ? subjects.find((subject) => subject.startsWith('cred-')) : undefined;
}
