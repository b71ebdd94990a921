import { createHash } from 'node:crypto';
import type { KeepRecords } from '../../../src/history/record/record-keeper.ts';
import { ScanStore } from '../../../src/store/scan-store.ts';

export interface OpenedRecords {
  readonly records: KeepRecords;
  /** What the store warned of. */
  readonly warnings: readonly string[];
  /** Times that a record was kept. */
  readonly saves: () => number;
}

/** A store in a folder. */
export async function openRecords(
  folder: string,
  { key = 'detectors', secret = 'fingerprint key', everyMs = Infinity } = {},
): Promise<OpenedRecords> {
  const warnings: string[] = [];
  const bytes = createHash('sha256').update(secret).digest();
  const store = await ScanStore.open(folder, { bytes, name: secret }, (sentence) => warnings.push(sentence));
  let saves = 0;
  const counted = {
    load: (name: string) => store.load(name),
    save: (name: string, parts: readonly Uint8Array[]) => {
      saves++;
      return store.save(name, parts);
    },
    warn: store.warn,
  };
  return { records: { store: counted, key, everyMs }, warnings, saves: () => saves };
}
