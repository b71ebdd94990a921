import type { Credential } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { isPast } from '../../model/place.ts';
import type { FilePlace } from '../../model/place.ts';
import { SEVERITY_ORDER } from '../severity.ts';
import { isExamplePath } from './example-path.ts';

/** Something that moves a rating: so many steps up the scale, or down where negative. */
export interface Circumstance {
  readonly steps: number;
  readonly what: string;
}

/** What makes a credential less of a danger than its type says. */
export function mitigations(credential: Credential, now: Date): readonly Circumstance[] {
  const places = filePlaces(credential);
  const { confidence, status, expires, facts, severity } = credential;
  return [
    ...(facts['published'] !== undefined
      ? [{ steps: SEVERITY_ORDER[severity] - SEVERITY_ORDER.low, what: `everybody has it: ${facts['published']}` }]
      : []),
    ...(facts['encrypted'] !== undefined ? [{ steps: -1, what: 'it is locked under a passphrase' }] : []),
    ...(facts['note'] !== undefined ? [{ steps: -1, what: facts['note'] }] : []),
    ...(confidence === 'low' ? [{ steps: -1, what: 'the value may be something other than a secret' }] : []),
    ...(places.length > 0 && places.every(({ path }) => isExamplePath(path))
      ? [{ steps: -1, what: 'stands only in test, example or documentation files' }]
      : []),
    ...(status === 'inactive' ? [{ steps: -2, what: 'the provider’s record says the key is inactive' }] : []),
    ...(expires !== undefined && new Date(expires) < now
      ? [{ steps: -2, what: `it expired on ${expires.slice(0, 10)}` }]
      : []),
  ];
}

export function factorOf({ steps, what }: Circumstance): Factor {
  return { what, effect: steps > 0 ? 'raises' : 'lowers' };
}

/** Places of a credential in files, those in the work tree first. */
export function filePlaces({ places }: Credential): readonly FilePlace[] {
  const files = places.filter((place) => place.kind === 'file');
  return [...files.filter((place) => !isPast(place)), ...files.filter(isPast)];
}
