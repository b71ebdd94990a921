import { isPast } from '../../model/place.ts';
import type { FilePlace } from '../../model/place.ts';

/** Files that a secret stands in, each with all its places there, in the order given. */
export function byFile(places: readonly FilePlace[]): readonly (readonly [FilePlace, ...FilePlace[]])[] {
  const files = Map.groupBy(places, ({ source, path }) => `${source}\0${path}`);
  return [...files.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others]]));
}

/** `config/prod.env, line 3, and 2 other files`; where no file stands any more, `the history of config/prod.env`. */
export function filesInWords(places: readonly FilePlace[]): string {
  const [[first] = [], ...others] = byFile(places);
  if (first === undefined) return 'a scanned source';
  const main = mainInWords(first);
  return others.length === 0 ? main : `${main}${isPast(first) ? '' : ','} and ${counted(others.length, 'other file')}`;
}

function mainInWords(place: FilePlace): string {
  const { path, line, commit, blob } = place;
  if (path === '') return `standard input, line ${line}`;
  if (!isPast(place)) return `${path}, line ${line}`;
  // What no tree names has the name that git's object store gives it: a message, or a blob that was never committed.
  const object = /^\.git\/objects\/(..)\/([0-9a-f]+)$/.exec(path);
  if (object === null) return `the history of ${path}`;
  const id = `${object[1]}${object[2]}`;
  if (blob !== undefined) return `object ${id.slice(0, 10)}, which no commit names`;
  return `the message of ${commit === undefined ? 'tag' : 'commit'} ${id.slice(0, 10)}`;
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
