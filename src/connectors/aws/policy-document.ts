import { z } from 'zod';
import type { PolicyStatement } from '../../model/grant.ts';

/** Characters of an encoded document. IAM's own limits end at a few ten thousand, encoding at most triples them. */
const MAX_LENGTH = 1_000_000;

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const oneOrMany = z
  .union([scalar.transform((value) => [value]), z.array(scalar)])
  .optional()
  .default([]);
const principal = z.union([z.string().transform((value) => ({ '*': [value] })), z.record(z.string(), oneOrMany)]);

// Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
const statementSchema = z
  .looseObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMany,
    NotAction: oneOrMany,
    Resource: oneOrMany,
    NotResource: oneOrMany,
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Condition: z.record(z.string(), z.record(z.string(), oneOrMany)).optional(),
  })
  .transform((raw): PolicyStatement => ({
    ...(raw.Sid === undefined || raw.Sid === '' ? {} : { sid: raw.Sid }),
    effect: raw.Effect,
    actions: raw.Action,
    notActions: raw.NotAction,
    resources: raw.Resource,
    notResources: raw.NotResource,
    principals: raw.Principal ?? {},
    notPrincipals: raw.NotPrincipal ?? {},
    conditions: raw.Condition ?? {},
  }));

/** Of a document that names none: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const DEFAULT_VERSION = '2008-10-17';
/** What a statement is taken to be of without saying so. */
const CURRENT_VERSION = '2012-10-17';

const documentSchema = z
  .looseObject({
    Version: z.string().optional().default(DEFAULT_VERSION),
    Statement: z.union([statementSchema.transform((one) => [one]), z.array(statementSchema)]),
  })
  .transform(({ Version: version, Statement: statements }): readonly PolicyStatement[] =>
    version === CURRENT_VERSION ? statements : statements.map((statement) => ({ ...statement, version })),
  );

/** Statements of a policy document, or one clause saying why it cannot be read. Never quotes the document. */
export type PolicyReading = { readonly statements: readonly PolicyStatement[] } | { readonly problem: string };

/**
 * Reads a policy document in any of the forms it is exported in: an object (AWS CLI, boto3), JSON text, or JSON text
 * encoded by RFC 3986 (the IAM API itself and the JavaScript SDK).
 */
export function readPolicyDocument(document: unknown): PolicyReading {
  if (document === undefined || document === null) return { problem: 'the document is absent' };
  const value = typeof document === 'string' ? decode(document) : { decoded: document };
  if ('problem' in value) return value;
  const parsed = documentSchema.safeParse(value.decoded);
  if (parsed.success) return { statements: parsed.data };
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return { problem: `it does not follow the policy grammar at ${where === '' ? 'its top' : where}` };
}

function decode(text: string): { readonly decoded: unknown } | { readonly problem: string } {
  if (text.length > MAX_LENGTH) return { problem: `it is longer than ${MAX_LENGTH} characters` };
  let json = text.trimStart();
  if (!json.startsWith('{')) {
    try {
      json = decodeURIComponent(text);
    } catch {
      return { problem: 'it is neither JSON nor validly URL-encoded' };
    }
  }
  try {
    return { decoded: JSON.parse(json) };
  } catch {
    return { problem: 'it is not valid JSON' };
  }
}
