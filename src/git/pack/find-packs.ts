import { join } from 'node:path';
import type { ObjectFormat } from '../object-id.ts';
import { errorCode } from '../safe-file.ts';
import type { IdList } from './id-list.ts';
import { namesIn } from './loose-objects.ts';
import { readMultiPackIndex } from './multi-pack-index.ts';
import { readPackIndex } from './pack-index.ts';
import { whyNot } from './regular-file.ts';

/** Packs that a repository may have; `LOOSE` is no pack's number. */
export const MAX_PACKS = 65_535;

/** A pack whose objects are known by name. */
export interface FoundPack extends IdList {
  readonly path: string;
  readonly offsets: Float64Array;
  /** Objects that the pack must have, where its own index tells. */
  readonly count: number | undefined;
  /** Checksum that the pack must end with; empty where it is not known. */
  readonly checksum: Uint8Array;
}

/** Told of what is wrong with a file: a sentence that does not name it, and the file's name with the reason. */
export type NoteTrouble = (what: string, example: string, count?: number) => void;

/** What may still be read of a repository, over all its folders. */
export interface Allowance {
  packs: number;
  objects: number;
}

const NO_INDEX =
  'Packs have no index that could be used; what stands only in them was not read. "git index-pack" makes one anew.';
const NO_PACK = 'Indexes name packs that are not there; what stood only in these was not read.';
const NOT_LISTED = 'Folders of the object store could not be listed; what stands in them was not read.';
export const TOO_MANY = 'The object store has more packs or objects than are read; the rest of them was left out.';
const DAMAGED =
  'Indexes of packs are damaged: they do not hash to their own checksum. "git fsck" tells more, "git index-pack" mends.';

/** Finds the packs of an object folder and reads their indexes. */
export function findPacks(
  folder: string,
  format: ObjectFormat,
  allowance: Allowance,
  note: NoteTrouble,
): readonly FoundPack[] {
  const packFolder = join(folder, 'pack');
  const names = listPackNames(packFolder, allowance.packs * 8 + 1024, note);
  const found: FoundPack[] = [];
  const without = new Map<string, string>();
  for (const base of names.packs) {
    if (allowance.packs <= 0) {
      note(TOO_MANY, `pack/${base}.pack`);
      break;
    }
    allowance.packs--;
    const index = names.indexes.has(base)
      ? readPackIndex(join(packFolder, `${base}.idx`), format, allowance.objects)
      : 'it has no .idx file';
    if (typeof index === 'string') {
      without.set(base, index);
      continue;
    }
    if (!index.intact) note(DAMAGED, `pack/${base}.idx`);
    allowance.objects -= index.length;
    const { length, oids, offsets, packChecksum } = index;
    const path = join(packFolder, `${base}.pack`);
    found.push({ path, length, oids, offsets, count: length, checksum: packChecksum });
  }
  for (const base of names.indexes) if (!names.packs.has(base)) note(NO_PACK, `pack/${base}.idx`);
  if (without.size === 0) return found;
  return [...found, ...fromMultiPackIndex(packFolder, format, without, allowance, note)];
}

/** Packs without a usable index of their own, as far as the multi-pack-index has them. */
function fromMultiPackIndex(
  packFolder: string,
  format: ObjectFormat,
  without: ReadonlyMap<string, string>,
  allowance: Allowance,
  note: NoteTrouble,
): readonly FoundPack[] {
  const path = join(packFolder, 'multi-pack-index');
  const shared = readMultiPackIndex(path, format, new Set(without.keys()), allowance.objects);
  const found: FoundPack[] = [];
  for (const [base, why] of without) {
    const list = typeof shared === 'string' ? undefined : shared.get(base);
    if (list === undefined) {
      note(NO_INDEX, `pack/${base}.pack (${why})`);
      continue;
    }
    allowance.objects -= list.length;
    found.push({ path: join(packFolder, `${base}.pack`), ...list, count: undefined, checksum: new Uint8Array(0) });
  }
  return found;
}

interface PackNames {
  /** Names without ending, sorted. */
  readonly packs: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
}

function listPackNames(packFolder: string, maxNames: number, note: NoteTrouble): PackNames {
  const packs: string[] = [];
  const indexes: string[] = [];
  try {
    for (const name of namesIn(packFolder)) {
      if (packs.length + indexes.length > maxNames) {
        note(TOO_MANY, 'pack');
        break;
      }
      if (name.endsWith('.pack')) packs.push(name.slice(0, -'.pack'.length));
      else if (name.endsWith('.idx')) indexes.push(name.slice(0, -'.idx'.length));
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') note(NOT_LISTED, `pack: ${whyNot(error)}`);
  }
  return { packs: new Set(packs.sort()), indexes: new Set(indexes.sort()) };
}

/** Notes the subfolders of an object folder that could not be listed. */
export function noteUnlisted(unlisted: readonly string[], note: NoteTrouble): void {
  for (const folder of unlisted) note(NOT_LISTED, folder);
}
