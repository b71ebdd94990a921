import type { Credential } from '../model/credential.ts';

/**
 * Whether a credential is the name of a client, an app or an account, or an id that only the words beside it make one:
 * it belongs to the inventory and to the secret that pairs with it, and tells nothing where it stands alone. Ids of
 * keys, such as those of AWS, are told: someone who has one has had its secret beside it.
 */
export function isPublicName({ state, severity, kind, proof }: Credential): boolean {
  return state === 'unmanaged' && severity === 'info' && (kind !== 'access-key' || proof === 'context');
}
