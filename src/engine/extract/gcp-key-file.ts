import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

const PROJECT = '(?:[a-z0-9.-]{1,100}:)?[a-z][a-z0-9-]{3,29}';
const EMAIL = '[\\w.-]{1,100}@[\\w.-]{1,150}';

/**
 * Project, service account and key id of a Google service-account key file, also where it is escaped inside a string.
 * Only text that such names may consist of is taken.
 * https://cloud.google.com/iam/docs/keys-create-delete
 */
export function gcpKeyFile(text: string): Extracted {
  const field = (name: string, value: string): string | undefined =>
    new RegExp(`\\\\?"${name}\\\\?"\\s{0,8}:\\s{0,8}\\\\?"(${value})\\\\?"`).exec(text)?.[1];
  const keyId = field('private_key_id', '[0-9a-f]{8,64}');
  const project = field('project_id', PROJECT);
  return {
    facts: facts({ project_id: project, client_email: field('client_email', EMAIL), account: project }),
    ...(keyId !== undefined && { keyId }),
  };
}
