import { stableId } from '../model/ids.ts';
import type { SourceKind } from '../model/source.ts';

/** What names a source in a report. */
export interface SourceIdentity {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly locator: string;
}

/** The id follows from kind and name alone, so that it is the same wherever the source is checked out. */
export function sourceIdentity(kind: SourceKind, name: string, locator: string): SourceIdentity {
  return { id: stableId('source', kind, name), kind, name, locator };
}
