import type { Credential } from '../../model/credential.ts';
import type { Identity } from '../../model/identity.ts';
import { inWords } from './uses.ts';

/** Steps that give each domain a credential of its own, in order. */
export function splitCredential(
  domains: readonly string[],
  { kind }: Credential,
  identity: Identity | undefined,
): readonly string[] {
  const noun = kind === 'other' ? 'credential' : kind.replaceAll('-', ' ');
  const own = `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} of its own`;
  return [
    identity === undefined
      ? `Issue each of ${inWords(domains)} ${own}, with only the permissions its own uses need.`
      : `Create an identity for each of ${inWords(domains)} in place of ${identity.name}, with ${own} and only the permissions its own uses need.`,
    'Move each use listed here to its own domain’s credential, kept in that domain’s secret store.',
    identity === undefined
      ? 'Revoke the shared one once its last use is gone.'
      : `Revoke the shared one once its last use is gone, and remove ${identity.name} or leave it to one domain.`,
  ];
}

/** Steps that give each domain an identity of its own, in order. */
export function splitIdentity(domains: readonly string[], { kind, name }: Identity): readonly string[] {
  const noun = kind.replaceAll('-', ' ');
  const trusted = kind === 'role';
  return [
    `Create a ${noun} for each of ${inWords(domains)} in place of ${name}, with only the permissions its own uses need.`,
    trusted
      ? `Let each use listed here assume its own domain’s ${noun}, and let each trust policy accept only that domain.`
      : `Move each use listed here to its own domain’s ${noun}, with a credential kept in that domain’s secret store.`,
    `Remove ${name}, or leave it to one domain, once the last use by another is gone.`,
  ];
}

/** Steps that give each domain a stored secret of its own, in order. */
export function splitStore(domains: readonly string[]): readonly string[] {
  return [
    `Give each of ${inWords(domains)} a secret or store of its own that no other domain can read.`,
    'Point each use listed here at its own domain’s store.',
    'Remove the shared entry and rotate what it held.',
  ];
}
