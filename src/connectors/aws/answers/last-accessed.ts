import { z } from 'zod';
import { optionalTimestamp } from '../dump-format.ts';
import { placeOf } from '../identities.ts';
import { naming } from './organization.ts';
import { itemsOf } from './reader.ts';
import type { Answer, AnswerKind } from './reader.ts';

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html

const trackedAction = z.looseObject({ ActionName: z.string().min(1).max(128), LastAccessedTime: optionalTimestamp });

const service = z.looseObject({
  ServiceNamespace: z.string().min(1).max(128),
  LastAuthenticated: optionalTimestamp,
  LastAuthenticatedEntity: z.string().nullish(),
  TrackedActionsLastAccessed: z.array(trackedAction).nullish(),
});

const ENTITY = /^arn:[a-z-]+:iam::\d{12}:(?:user|role|group)\/./;

const lastAccessed: AnswerKind = {
  command: 'aws iam get-service-last-accessed-details',
  is: (fields) => Array.isArray(fields['ServicesLastAccessed']) || isUnfinished(fields),
  read(answer, reader) {
    if (isUnfinished(answer.fields)) {
      reader.gap(
        'absent',
        `The job of "${this.command}" was not complete. Wait a moment and ask for its details again.`,
        String(answer.fields['JobStatus']),
      );
      return;
    }
    const listed = itemsOf(answer.fields['ServicesLastAccessed'], service, this.command, reader);
    const identity = entityOf(answer, listed);
    if (identity === undefined) {
      reader.gap(
        'unreadable',
        `An answer of "${this.command}" does not say which user or role it is of. ${naming('its ARN')}`,
      );
      return;
    }
    reader.ofAccount(identity);
    const asOf = optionalTimestamp.safeParse(answer.fields['JobCompletionDate']);
    for (const { ServiceNamespace, LastAuthenticated, TrackedActionsLastAccessed } of listed) {
      reader.add('uses', {
        identity,
        service: ServiceNamespace,
        ...(typeof LastAuthenticated === 'string' ? { lastUsed: LastAuthenticated } : {}),
        ...(TrackedActionsLastAccessed
          ? {
              actions: TrackedActionsLastAccessed.map(({ ActionName, LastAccessedTime }) => ({
                action: ActionName,
                ...(typeof LastAccessedTime === 'string' ? { lastUsed: LastAccessedTime } : {}),
              })),
            }
          : {}),
        ...(asOf.success && typeof asOf.data === 'string' ? { asOf: asOf.data } : {}),
        place: placeOf(reader.source, identity, `service last accessed ${ServiceNamespace}`),
      });
    }
    reader.read('Last uses of services read.', listed.length);
    if (answer.fields['IsTruncated'] === true) {
      reader.gap('limited', `A page of "${this.command}" says that more follow. Export it without --max-items.`);
    }
  },
};

function isUnfinished(fields: Answer['fields']): boolean {
  const { JobStatus } = fields;
  return typeof JobStatus === 'string' && JobStatus !== 'COMPLETED' && Object.hasOwn(fields, 'JobCreationDate');
}

/**
 * Who the answer is of. It does not say so; but where everything was used by one user or role, and the job was of one
 * entity, that is the one.
 */
function entityOf({ fields, about }: Answer, listed: readonly z.output<typeof service>[]): string | undefined {
  if (about !== undefined && ENTITY.test(about)) return about;
  const users = new Set(listed.flatMap(({ LastAuthenticatedEntity }) => LastAuthenticatedEntity ?? []));
  const [only] = users;
  const many = listed.some(({ TotalAuthenticatedEntities: total }) => typeof total === 'number' && total > 1);
  if (users.size !== 1 || only === undefined || many || fields['IsTruncated'] === true) return undefined;
  return /^arn:[a-z-]+:iam::\d{12}:(?:user|role)\/./.test(only) ? only : undefined;
}

/** The answer to starting the job: it only names it. */
const job: AnswerKind = {
  command: 'aws iam generate-service-last-accessed-details',
  is: (fields) =>
    typeof fields['JobId'] === 'string' && Object.keys(fields).every((name) => /^(JobId|About)$/.test(name)),
  read(_, reader) {
    reader.read('Answers that only name a job whose result is asked for separately.');
  },
};

export const LAST_ACCESSED_ANSWERS: readonly AnswerKind[] = [lastAccessed, job];
