import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/**
 * Project, service account and key id of a Google service-account key file, also where it is escaped inside a string.
 * https://cloud.google.com/iam/docs/keys-create-delete
 */
export function gcpKeyFile(text: string): Extracted {
  const field = (name: string): string | undefined =>
    new RegExp(`\\\\?"${name}\\\\?"\\s{0,8}:\\s{0,8}\\\\?"([^"\\\\]{1,256})\\\\?"`).exec(text)?.[1];
  const keyId = field('private_key_id');
  const project = field('project_id');
  return {
    facts: facts({ project_id: project, client_email: field('client_email'), account: project }),
    ...(keyId !== undefined && /^[0-9a-f]{8,64}$/.test(keyId) && { keyId }),
  };
}
