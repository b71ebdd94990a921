import * as z from 'zod';

import type { CredentialKind } from '../../model/credential.ts';
import type { Check, Detector, Extractor } from '../../model/detector.ts';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** Written as records, so that a kind that is added to the model and forgotten here does not compile. */
const kinds: Readonly<Record<CredentialKind, true>> = {
  'access-key': true,
  'api-key': true,
  'access-token': true,
  'refresh-token': true,
  'client-secret': true,
  password: true,
  'connection-string': true,
  'private-key': true,
  certificate: true,
  'key-file': true,
  webhook: true,
  'signing-key': true,
  'encryption-key': true,
  jwt: true,
  other: true,
};

const identities: Readonly<Record<Detector['identity'], true>> = {
  user: true,
  role: true,
  group: true,
  'service-account': true,
  app: true,
  bot: true,
  workload: true,
  'deploy-key': true,
  agent: true,
  human: true,
  'account-root': true,
  unknown: true,
};

const extractors: Readonly<Record<Extractor, true>> = {
  'aws-account': true,
  'jwt-claims': true,
  'url-parts': true,
  'gcp-key-file': true,
  'azure-connection-string': true,
  'slack-ids': true,
  macaroon: true,
  'connection-string': true,
  'assigned-user': true,
  'discord-app': true,
  'suppression-comment': true,
  'basic-auth-user': true,
  'reference-target': true,
  certificate: true,
};

/** What a wrong checksum means. */
const wrong = z.enum(['drop', 'doubt', 'keep']);
const count = z.int().min(0).max(10_000);

/** What custom detectors do not have: values in lists, and a second pattern, whose cost nobody would look at. */
type NotOffered = 'section-entry' | 'secret-entry' | 'expected';

/** Fields of the checks besides their name. */
const checks: Readonly<Record<Exclude<Check['check'], NotOffered>, Readonly<Record<string, z.ZodType>>>> = {
  entropy: { min: z.number().min(0).max(8) },
  'not-placeholder': {},
  'crc32-base62': { skip: count, digits: z.int().min(1).max(12), wrong: wrong.exactOptional() },
  'crc32-base36': { digits: z.int().min(1).max(12) },
  'crc32-hex': { skip: count, order: z.enum(['be', 'le']), trim: count.exactOptional(), wrong: wrong.exactOptional() },
  'crc32-base64-le': { skip: count, bodyLength: count },
  'aws-key-id': {},
  jwt: {},
  'pem-private-key': {},
  'base64-private-key': {},
  'putty-private-key': {},
  'ssh2-private-key': {},
  'der-private-key': {},
  'key-store': {},
  'json-fields': { fields: z.array(z.string().min(1)).min(1).max(50) },
  'base64-prefix': {
    skip: count,
    hex: z.string().regex(/^(?:[0-9a-f]{2}){1,64}$/),
    wrong: z.enum(['drop', 'keep']).exactOptional(),
  },
  'atlassian-token': { skip: count },
  bech32: {},
  base58check: {},
  'base32-crc16': { wrong: z.enum(['drop', 'doubt']) },
  mnemonic: {},
  published: {},
  'url-password': {},
  'ntlm-message': {},
  'basic-auth': {},
  mixed: { classes: z.string().regex(/^[uld]{1,3}$/) },
  'not-words': {},
  'not-everyday': {},
  'not-template': {},
  'credential-name': { alone: z.array(z.string().min(3).max(64)).max(50).exactOptional() },
  'identifier-name': {},
  'outside-examples': {},
  'generic-assignment': {},
};

const CHECK_NAMES = namesOf(checks);

const check = z
  .preprocess(
    (given) => (typeof given === 'string' ? { check: given } : given),
    z.looseObject({ check: z.enum(CHECK_NAMES) }),
  )
  .superRefine((given, context) => {
    const parsed = z.strictObject({ check: z.string(), ...checks[given.check] }).safeParse(given);
    for (const issue of parsed.error?.issues ?? []) {
      const [field = ''] = issue.path;
      if (issue.path.length === 1 && !(field in given))
        context.addIssue({ code: 'custom', path: [field], message: 'is missing' });
      else context.addIssue({ ...issue });
    }
  })
  // What was just checked, field by field.
  .transform((given) => given as unknown as Check);

const line = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line of plain text');

const webPage = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: 'must be the address of a page, such as https://wiki.example.com/tokens',
  });

const verify = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST']),
  url: z.string().min(1).max(2000),
  headers: z.record(z.string(), z.string().max(2000)).exactOptional(),
  basicAuth: z.string().max(2000).exactOptional(),
  body: z.string().max(10_000).exactOptional(),
});

const text = z.string().min(1).max(10_000);

const matchSchema = z.strictObject({
  anchors: z
    .array(
      z
        .string()
        .min(3)
        .max(200)
        .regex(/^[\x20-\x7e]+$/, 'must be printable ASCII'),
    )
    .min(1)
    .max(400),
  ignoreCase: z.boolean().exactOptional(),
  pattern: text,
  flags: z
    .string()
    .regex(/^[is]{0,2}$/, 'takes i, s, or both')
    .exactOptional(),
  lookBehind: z.int().exactOptional(),
  maxLength: z.int().exactOptional(),
  proof: z.enum(['format', 'context']),
  paths: text.exactOptional(),
  multiLine: z.boolean().exactOptional(),
});

const detectorSchema = z.strictObject({
  id: z
    .string()
    .max(80)
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'must be in lower case with hyphens, provider first, such as acme-service-token',
    ),
  title: line(120),
  provider: line(80),
  kind: z.enum(namesOf(kinds)),
  identity: z.enum(namesOf(identities)),
  severity: z.enum(SEVERITIES),
  match: matchSchema,
  checks: z.array(check).max(20).exactOptional(),
  extract: z
    .array(z.enum(namesOf(extractors)))
    .max(10)
    .exactOptional(),
  pairsWith: z.strictObject({ detector: z.string().min(1), withinBytes: z.int().min(1).max(100_000) }).exactOptional(),
  identifier: z.boolean().exactOptional(),
  rotate: line(1000),
  verify: verify.exactOptional(),
  docs: webPage,
  publicPrefix: line(40).exactOptional(),
  examples: z.strictObject({
    match: z
      .array(z.strictObject({ text, secret: text, path: line(1000).exactOptional() }))
      .min(1)
      .max(100),
    noMatch: z
      .array(z.union([text, z.strictObject({ text, path: line(1000) })]))
      .min(1)
      .max(100),
  }),
});

/** A file of custom detectors. Unknown keys are refused, so that a misspelt one never goes unnoticed. */
export const detectorFileSchema = z.strictObject({
  version: z.literal(1),
  detectors: z.array(detectorSchema).min(1).max(500),
});

export type WrittenDetector = z.infer<typeof detectorSchema>;

/** What stands where a field is missing or wrong, in words. */
export const WHAT_IT_IS: Readonly<Record<string, string>> = {
  version: 'the version of this format, 1',
  detectors: 'a list of detectors',
  id: 'a name that never changes, such as acme-service-token',
  title: 'what people call the credential, such as "ACME service token"',
  provider: 'who issues it, such as ACME',
  kind: `what it is: ${namesOf(kinds).join(', ')}`,
  identity: `what it authenticates as: ${namesOf(identities).join(', ')}`,
  severity: `how bad it is in the open: ${SEVERITIES.join(', ')}`,
  match: 'how it is found: anchors, pattern and proof',
  anchors: 'a list of literals of three characters or more, one of which stands in every match, such as [acme_]',
  pattern: "a regular expression in quotes, such as '(?<!\\w)acme_[a-z0-9]{32}(?!\\w)'",
  proof: '`format` when the value itself is distinctive, `context` when only the words beside it are',
  check: `the name of a check: ${CHECK_NAMES.join(', ')}`,
  extract: `what is read from the value: ${namesOf(extractors).join(', ')}`,
  rotate: 'a sentence that says how to rotate and revoke it',
  docs: 'a page on the format or on revoking, such as https://wiki.example.com/tokens',
  examples: 'examples both ways: match, with text and secret, and noMatch',
  noMatch: 'a list of texts in which nothing may be found',
  text: 'a text to look in, in quotes',
  secret: 'the value that must be found in the text',
};

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly [Name, ...Name[]] {
  return Object.keys(record) as unknown as [Name, ...Name[]];
}
