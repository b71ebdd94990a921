import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the room for what was made just now as small as it begins, in all threads and for the rest of the process: what
 * lives long is little, and of 16 MB a thread, three times over, most is never needed. Only for much work: code that is
 * loaded later is compiled anew, as the flags are part of what compiled code is kept under.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
