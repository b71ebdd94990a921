import type { FilePlace } from '../../model/place.ts';

/** `config/prod.env line 3`, with the commit where the file is no longer as it was. */
export function placeInWords(place: FilePlace): string {
  const path = place.path === '' ? 'standard input' : place.path;
  const commit = place.commit === undefined ? '' : ` at commit ${place.commit.slice(0, 10)}`;
  const encoding = place.encoding === undefined ? '' : ` (inside ${place.encoding.join(', ')})`;
  return `${path} line ${place.line}${commit}${encoding}`;
}
