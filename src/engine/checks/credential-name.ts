import { readAssignment } from '../generic/assigned.ts';
import { namesCredential } from '../generic/name-kind.ts';
import { DROP, KEEP } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Drops values whose name does not say that they are a credential, such as a checksum beside a provider's name. */
export function credentialName(input: CheckInput): Verdict {
  return namesCredential(readAssignment(input).words) ? KEEP : DROP;
}
