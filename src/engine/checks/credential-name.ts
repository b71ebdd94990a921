import { readAssignment } from '../generic/assigned.ts';
import { namesCredential } from '../generic/name-kind.ts';
import { DROP, KEEP } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Drops values whose name does not say that they are a credential, such as a checksum beside a provider's name. */
export function credentialName(input: CheckInput): Verdict {
  return namesCredential(readAssignment(input).words) ? KEEP : DROP;
}

/** Drops values whose name says that they are more than an identifier. */
export function identifierName(input: CheckInput): Verdict {
  return /secret|token|pass|pwd|private/i.test(readAssignment(input).name) ? DROP : KEEP;
}
