import { setFlagsFromString } from 'node:v8';

/**
 * Has the JavaScript engine collect garbage sooner: it lets a heap grow to four times what is in use before it looks,
 * which is the faster way until a run handles gigabytes. Costs some time, and holds for the rest of the process.
 */
export function saveMemory(): void {
  // The old generation grows by a fifth between collections, and the young one stays as it is.
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}
