import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** As `--expose-gc` shows it; https://github.com/v8/v8/blob/main/src/extensions/gc-extension.cc. */
type CollectGarbage = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

/**
 * Keeps the room for what was made just now as small as it begins, in all threads and for the rest of the process: what
 * lives long is little, and of 16 MB a thread, three times over, most is never needed. Only for much work: code that is
 * loaded later is compiled anew, as the flags are part of what compiled code is kept under.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  giveMemoryBack();
}

/** Gives memory that this thread holds and does not use back to the system, which V8 does by itself when it is idle only. */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as CollectGarbage;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}
