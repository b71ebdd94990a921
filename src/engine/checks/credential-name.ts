import { readAssignment } from '../generic/assigned.ts';
import { namesCredential } from '../generic/name-kind.ts';
import { DROP, KEEP } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Drops values whose name does not say that they are a credential, such as a checksum beside a provider's name. */
export function credentialName(input: CheckInput): Verdict {
  return namesCredential(readAssignment(input).words) ? KEEP : DROP;
}

/**
 * Drops values whose name, or what stands between it and them, such as `client_id = fetchSecret("…")`, says that they
 * are more than an identifier.
 */
export function identifierName(input: CheckInput): Verdict {
  const { name, between } = readAssignment(input);
  return /secret|token|pass|pwd|private|credential/i.test(`${name} ${between}`) ? DROP : KEEP;
}
