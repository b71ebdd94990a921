import type { Location } from 'sarif';
import type { Place } from '../../src/model/place.ts';
import type { Source } from '../../src/model/source.ts';
import { historyText } from '../text.ts';

/** Source id to the symbol its relative paths hang from. */
export type UriBases = ReadonlyMap<string, string>;

/**
 * A base for each source that has files. One alone is `%SRCROOT%`, which code-scanning services read as the root of
 * the repository under test; several are numbered.
 */
export function uriBases(sources: readonly Source[]): UriBases {
  const withFiles = sources.filter((source) => !source.kind.endsWith('-dump'));
  return new Map(
    withFiles.map((source, index) => [source.id, withFiles.length === 1 ? '%SRCROOT%' : `SOURCE_${index + 1}`]),
  );
}

/** Where a finding stands, as SARIF has it: a region of an artifact, or the name of a resource. */
export function location(place: Place, bases: UriBases): Location {
  if (place.kind === 'resource') {
    const name = place.field === undefined ? place.resource : `${place.resource}#${place.field}`;
    return {
      logicalLocations: [{ fullyQualifiedName: name.toWellFormed(), kind: 'resource' }],
      message: { text: `${place.provider}${place.account === undefined ? '' : ` account ${place.account}`}` },
    };
  }
  const base = bases.get(place.source);
  const history = historyText(place);
  return {
    physicalLocation: {
      artifactLocation: {
        uri: pathUri(place.path === '' ? 'standard-input' : place.path),
        ...(base === undefined ? {} : { uriBaseId: base }),
      },
      region: {
        startLine: place.line,
        startColumn: place.column,
        endLine: place.endLine,
        endColumn: place.endColumn,
      },
    },
    ...(history === '' ? {} : { message: { text: history } }),
    ...(place.commit === undefined ? {} : { properties: { commit: place.commit } }),
  };
}

/** A relative path as a relative URI reference (RFC 3986): each name percent-encoded, so no `:` makes a scheme. */
function pathUri(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((name) => encodeURIComponent(name))
    .join('/');
}
