import { isAuthorizationDetails } from '../authorization-details.ts';
import { BUCKET_ACCESS_ANSWERS } from './bucket-access.ts';
import { ENDPOINT_ANSWERS } from './endpoints.ts';
import { KEY_GRANT_ANSWERS } from './key-grants.ts';
import { LAST_ACCESSED_ANSWERS } from './last-accessed.ts';
import { ORGANIZATION_ANSWERS } from './organization.ts';
import { PROVIDER_ANSWERS } from './providers.ts';
import type { Answer, AnswerKind } from './reader.ts';
import { RESOURCE_POLICY_ANSWERS } from './resource-policies.ts';
import { USER_ANSWERS } from './users.ts';

const details: AnswerKind = {
  command: 'aws iam get-account-authorization-details',
  is: isAuthorizationDetails,
  read({ fields }, reader) {
    reader.detailPages.push(fields);
  },
};

/** Every answer that is known, in the order in which it is looked for: what is more exact stands first. */
const ANSWERS: readonly AnswerKind[] = [
  ...ORGANIZATION_ANSWERS,
  details,
  ...USER_ANSWERS,
  ...PROVIDER_ANSWERS,
  ...LAST_ACCESSED_ANSWERS,
  ...KEY_GRANT_ANSWERS,
  ...ENDPOINT_ANSWERS,
  ...BUCKET_ACCESS_ANSWERS,
  ...RESOURCE_POLICY_ANSWERS,
];

/** What an answer is, told by its fields alone. */
export function kindOfAnswer(fields: Answer['fields']): AnswerKind | undefined {
  return ANSWERS.find((kind) => kind.is(fields));
}

/** Short words for the answers of a file, for the name of its source: those of its command, or `exports` for a mixture. */
export function labelOf(kinds: readonly AnswerKind[]): string {
  const [first] = kinds;
  if (first === undefined || kinds.some((kind) => kind !== first)) return 'exports';
  if (first === details) return 'authorization details';
  if (first.command === 'aws iam list-access-keys') return 'access keys';
  if (RESOURCE_POLICY_ANSWERS.includes(first)) return 'resource policies';
  return first.command.split(' ').slice(1).join(' ');
}
