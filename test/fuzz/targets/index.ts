import type { FuzzTarget } from '../fuzz-target.ts';
import { archive } from './archive.ts';
import { change } from './change.ts';
import { decode } from './decode.ts';
import { decompress } from './decompress.ts';
import { delta } from './delta.ts';
import { inflate } from './inflate.ts';
import { packEntries } from './pack-entries.ts';
import { packFiles } from './pack-files.ts';
import { search } from './search.ts';
import { commits } from './commits.ts';
import { trees } from './trees.ts';

/** The worker imports this module by its URL. */
const targets: readonly FuzzTarget[] = [
  inflate,
  delta,
  search,
  change,
  packEntries,
  packFiles,
  trees,
  commits,
  decode,
  decompress,
  archive,
];
export default targets;
