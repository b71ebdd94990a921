import { isPast } from '../../../src/model/place.ts';
import type { FilePlace, Place } from '../../../src/model/place.ts';
import { count, day, figure, listed, short, visible } from '../../text.ts';
import type { Detail, PlaceGroup } from '../model.ts';
import type { Names } from './names.ts';

/** Files and resources listed for one record; the rest is told by number. */
const SHOWN_GROUPS = 40;
const SHOWN_LINES = 8;

/**
 * Places by file or resource, so that a secret that stood in five hundred versions of a file takes one row: the lines
 * in the work tree, how many versions in history, the first and the last of them.
 */
export function placeGroups(places: readonly Place[], names: Names): Pick<Detail, 'places' | 'placesLeft'> {
  if (places.length === 0) return {};
  const groups = [...Map.groupBy(places, (place) => groupKey(place)).values()];
  const left = groups.slice(SHOWN_GROUPS);
  return {
    places: groups.slice(0, SHOWN_GROUPS).map((group) => placeGroup(group, names)),
    ...(left.length === 0
      ? {}
      : {
          placesLeft:
            `${count(left.length, 'more file or resource', 'more files and resources')} with ` +
            `${count(left.flat().length, 'place')}: see report.json.`,
        }),
  };
}

function groupKey(place: Place): string {
  return JSON.stringify([place.source, place.kind === 'file' ? place.path : place.resource]);
}

function placeGroup(group: readonly Place[], names: Names): PlaceGroup {
  const files = group.filter((place) => place.kind === 'file');
  const [first] = group;
  return {
    source: names.source(first?.source ?? ''),
    where: first === undefined ? '' : visible(first.kind === 'file' ? first.path : first.resource),
    notes:
      files.length > 0
        ? fileNotes(files)
        : group.flatMap((place) => (place.kind === 'resource' && place.field ? [visible(place.field)] : [])),
  };
}

function fileNotes(files: readonly FilePlace[]): readonly string[] {
  const past = files.filter(isPast);
  const present = files.filter((place) => !isPast(place));
  const encodings = new Set(files.flatMap(({ encoding }) => (encoding?.length ? [encoding.join(', then ')] : [])));
  return [
    ...(present.length === 0 ? [] : [`work tree, ${lines(present)}`]),
    ...(past.length === 0 ? [] : [history(past)]),
    ...[...encodings].map((encoding) => `encoded: ${visible(encoding)}`),
  ];
}

function lines(places: readonly FilePlace[]): string {
  const positions = places.map(({ line, column }) => `${line}:${column}`);
  const shown = positions.slice(0, SHOWN_LINES);
  const left = positions.length - shown.length;
  return `${places.length === 1 ? 'line' : 'lines'} ${listed([...shown, ...(left > 0 ? [`${figure(left)} more`] : [])])}`;
}

function history(places: readonly FilePlace[]): string {
  const dated = places.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const first = dated.find(({ date }) => date !== undefined) ?? dated[0];
  const last = dated[dated.length - 1];
  const lost = places.filter(({ reachable }) => reachable === false).length;
  const versions = new Set(places.map(({ blob, commit }) => blob ?? commit)).size;
  const spots = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  return [
    `history, ${count(versions, 'version')} of the file, ${spots.length === 1 ? 'line' : 'lines'} ${listed(spots.slice(0, SHOWN_LINES).map(String))}`,
    ...(first === undefined ? [] : [commitText('first', first)]),
    ...(last === undefined || versions < 2 ? [] : [commitText('last', last)]),
    ...(lost === 0 ? [] : [`${lost === places.length ? '' : `${figure(lost)} of them `}reached by no branch or tag`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function commitText(word: string, { commit, date, author }: FilePlace): string {
  if (commit === undefined) return '';
  return [
    `${word} in commit ${short(commit)}`,
    ...(date === undefined ? [] : [`of ${day(date)}`]),
    ...(author === undefined ? [] : [`by ${visible(author)}`]),
  ].join(' ');
}
