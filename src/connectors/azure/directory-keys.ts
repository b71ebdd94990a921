import type { KeyFact } from '../../model/facts.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field, isoTime } from '../fields.ts';
import type { CertificateRow, PasswordRow } from './role-format.ts';

type PlaceOf = (keyId: string) => ResourcePlace;

/** A client secret of an application, by the id that Azure shows; its value is never told. */
export function passwordFact(identity: string, row: PasswordRow, placeOf: PlaceOf): KeyFact {
  const words = [row.displayName, row.hint ? `begins with ${row.hint}` : ''].filter(Boolean).join(', ');
  return { ...common(identity, row, placeOf), kind: 'client-secret', ...field('slot', words || undefined) };
}

/** A certificate that an application may sign in with. */
export function certificateFact(identity: string, row: CertificateRow, placeOf: PlaceOf): KeyFact {
  return {
    ...common(identity, row, placeOf),
    kind: 'certificate',
    ...field('slot', row.displayName || undefined),
    ...field('thumbprint', thumbprint(row.customKeyIdentifier)),
  };
}

function common(identity: string, row: PasswordRow | CertificateRow, placeOf: PlaceOf) {
  const keyId = row.keyId.toLowerCase();
  return {
    provider: 'azure',
    keyId,
    identity,
    status: 'active' as const,
    ...field('created', isoTime(row.startDateTime)),
    ...field('expires', isoTime(row.endDateTime)),
    place: placeOf(keyId),
  };
}

/** SHA-1 or SHA-256 in hex; Microsoft Graph writes the bytes in base64, the command line client in hex. */
function thumbprint(identifier: string | null | undefined): string | undefined {
  if (!identifier) return undefined;
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(identifier)) return identifier.toLowerCase();
  const hex = Buffer.from(identifier, 'base64').toString('hex');
  if (/^(?:.{40}|.{64})$/.test(hex)) return hex;
  // Some clients store the text of the hex digits.
  const text = Buffer.from(identifier, 'base64').toString('latin1');
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : undefined;
}
