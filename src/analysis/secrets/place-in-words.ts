import type { FilePlace } from '../../model/place.ts';
import { isPast } from './circumstances.ts';

/** Files that a secret stands in, each with all its places there, in the order given. */
export function byFile(places: readonly FilePlace[]): readonly (readonly [FilePlace, ...FilePlace[]])[] {
  const files = Map.groupBy(places, ({ source, path }) => `${source}\0${path}`);
  return [...files.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others]]));
}

/** `config/prod.env, line 3, and 2 other files`; where no file stands any more, `the history of config/prod.env`. */
export function filesInWords(places: readonly FilePlace[]): string {
  const [[first] = [], ...others] = byFile(places);
  if (first === undefined) return 'a scanned source';
  const path = first.path === '' ? 'standard input' : first.path;
  const main = isPast(first) ? `the history of ${path}` : `${path}, line ${first.line}`;
  return others.length === 0 ? main : `${main}${isPast(first) ? '' : ','} and ${counted(others.length, 'other file')}`;
}

/** How a secret stands in one file: in the work tree, in how many versions of it in history, since when, encoded how. */
export function standingInWords(places: readonly FilePlace[]): string {
  const past = places.filter(isPast);
  const versions = new Set(past.map(({ blob, commit }) => blob ?? commit)).size;
  const dates = past.flatMap(({ date }) => date?.slice(0, 10) ?? []).sort();
  const [since] = dates;
  const until = dates.at(-1);
  const span = since === undefined ? '' : since === until ? ` (${since})` : ` (${since} to ${until})`;
  const history = `${counted(versions, 'version')} of history${span}`;
  const [encoding] = places.flatMap((place) => (place.encoding?.length ? [place.encoding.join(', then ')] : []));
  const where =
    past.length === 0
      ? 'Stands in the work tree'
      : past.length === places.length
        ? `Stands in ${history}, no longer in the work tree`
        : `Stands in the work tree and in ${history}`;
  return `${where}${encoding === undefined ? '' : `, encoded as ${encoding}`}.`;
}

export function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
