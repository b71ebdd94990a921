import { deserialize, serialize } from 'node:v8';

import type { Detector } from '../model/detector.ts';

/** What somebody changes about the detectors that ship with Bitting. */
export interface DetectorChanges {
  /** Detectors besides those; their indices follow. */
  readonly added: readonly Detector[];
  /** Ids of those that are not looked for. */
  readonly disabled: readonly string[];
}

export const NO_CHANGES: DetectorChanges = { added: [], disabled: [] };

/** Examples are functions, and for tests alone: no thread needs them. */
const NO_EXAMPLES: Detector['examples'] = { match: () => [], noMatch: () => [] };

/** Changes in memory that all threads see: they go with every task and are copied with none. */
export function shareChanges({ added, disabled }: DetectorChanges): Uint8Array {
  const bytes = serialize({ added: added.map((detector) => ({ ...detector, examples: undefined })), disabled });
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** The changes of {@link shareChanges}, with regular expressions, and without examples. */
export function readSharedChanges(shared: Uint8Array): DetectorChanges {
  const { added, disabled } = deserialize(Buffer.from(shared)) as DetectorChanges;
  return { added: added.map((detector) => ({ ...detector, examples: NO_EXAMPLES })), disabled };
}
