import { z } from 'zod';

/** Marks a dump that `bitting collect aws` wrote. */
export const AWS_DUMP_FORMAT = 'bitting-aws-dump/1';

/** ISO 8601 or epoch seconds (`aws --cli-timestamp-format none` keeps what the service sent); kept as ISO 8601. */
export const timestamp = z
  .union([z.string(), z.number()])
  .transform((value) => new Date(typeof value === 'number' ? value * 1000 : value))
  .refine((date) => !Number.isNaN(date.getTime()), 'not a date')
  .transform((date) => date.toISOString());

/** `null` and absent are the same. */
export const optionalTimestamp = timestamp.nullish();

/** An operation that was not answered. */
const refusal = z.looseObject({
  operation: z.string(),
  /** `denied`: the caller lacks the permission. `failed`: another error outlasted the retries. */
  outcome: z.enum(['denied', 'failed']),
  /** How many calls ended so. */
  count: z.number(),
  reason: z.string(),
  /** Up to ten names of what was asked for, such as users. */
  examples: z.array(z.string()),
});

const collectedKey = z.looseObject({
  userName: z.string(),
  userArn: z.string(),
  accessKeyId: z.string(),
  status: z.string(),
  created: optionalTimestamp,
  /** `null`: AWS says never used. Absent: not asked, or not answered. */
  lastUsed: z.looseObject({ date: timestamp, service: z.string().nullish(), region: z.string().nullish() }).nullish(),
});

const serviceCredential = z.looseObject({
  UserName: z.string(),
  ServiceName: z.string(),
  ServiceSpecificCredentialId: z.string(),
  Status: z.string(),
  CreateDate: optionalTimestamp,
  ExpirationDate: optionalTimestamp,
});

const oidcProvider = z.looseObject({
  arn: z.string(),
  clientIds: z.array(z.string()),
  created: optionalTimestamp,
});

const samlProvider = z.looseObject({ arn: z.string(), validUntil: optionalTimestamp });

const userUse = z.looseObject({ arn: z.string(), passwordLastUsed: optionalTimestamp });

const answer = z.looseObject({
  operation: z.string(),
  /** ARN or id that was asked about, where the answer does not tell it. */
  about: z.string().nullish(),
  answer: z.record(z.string(), z.unknown()),
});

/**
 * What `bitting collect aws` writes: the answers of IAM's read operations, without any secret, because no read operation
 * of IAM returns one.
 */
export const awsDumpSchema = z.looseObject({
  format: z.literal(AWS_DUMP_FORMAT),
  collected: timestamp,
  account: z.string().nullish(),
  /** Answers of GetAccountAuthorizationDetails, pages joined; judged item by item when read. */
  authorizationDetails: z.looseObject({
    UserDetailList: z.array(z.unknown()),
    GroupDetailList: z.array(z.unknown()),
    RoleDetailList: z.array(z.unknown()),
    Policies: z.array(z.unknown()),
  }),
  /** The CSV text. */
  credentialReport: z.string().nullish(),
  users: z.array(userUse),
  accessKeys: z.array(collectedKey),
  openIdConnectProviders: z.array(oidcProvider),
  samlProviders: z.array(samlProvider),
  serviceSpecificCredentials: z.array(serviceCredential),
  /** Answers of other operations as AWS gave them; dumps of earlier versions have none. */
  answers: z.array(answer).nullish(),
  denied: z.array(refusal),
});

/** As written: dates are ISO 8601 strings. */
export type AwsDump = z.input<typeof awsDumpSchema>;
/** As read. */
export type ReadAwsDump = z.output<typeof awsDumpSchema>;
export type CollectedKey = AwsDump['accessKeys'][number];
export type CollectedAnswer = NonNullable<AwsDump['answers']>[number];
export type Refusal = AwsDump['denied'][number];
