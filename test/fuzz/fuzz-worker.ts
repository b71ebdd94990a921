// Runs cases of one target in a thread of its own, so that one that hangs can be ended.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzTarget, OpenTarget } from './fuzz-target.ts';
import { Random } from './random.ts';
import type { WorkerMessage, WorkerOrder } from './run-target.ts';

/** Cases between two looks at the clock and the memory. */
const LOOK_EVERY = 64;
/** Bytes of buffers and heap from which on garbage is collected before it is said how many are in use. */
const COLLECT_FROM = 2 ** 28;
/** Bytes that are never needed from one case to the next. */
const MEMORY_LIMIT = 2 ** 29;
// The command line of the process cannot ask for this in one of its threads.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const order = workerData as WorkerOrder;
const { default: targets } = (await import(order.module)) as { default: readonly FuzzTarget[] };
const target = targets.find(({ name }) => name === order.target);
if (target === undefined) throw new Error(`There is no target ${order.target}.`);

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message, []);
const opened = await target.open(order.folder);
if (order.only === 'describe') {
  tell({ kind: 'described', input: opened.make(new Random(order.seed, order.target, order.from)).input });
} else {
  await runCases(opened);
}

async function runCases({ make, heldBytes, heldLimit = 0 }: OpenTarget): Promise<void> {
  const { seed, from, to, watched } = order;
  const begun = performance.now();
  let mostMemory = 0;
  let slowest = 0;
  let number = from;
  for (; number < to; number++) {
    Atomics.store(watched, 0, number);
    Atomics.add(watched, 1, 1);
    const started = performance.now();
    const { input, run } = make(new Random(seed, order.target, number));
    try {
      const pending = run();
      if (pending !== undefined) await pending;
      const held = heldBytes?.() ?? 0;
      if (held > heldLimit) throw new Error(`${held} bytes are held, more than ${heldLimit}`);
    } catch (error) {
      tell({ kind: 'failed', number, input, why: error instanceof Error ? (error.stack ?? '') : String(error) });
      return;
    }
    slowest = Math.max(slowest, performance.now() - started);
    if ((number - from) % LOOK_EVERY !== 0) continue;
    // What zlib gives back it gives back in a turn of its own.
    await nextTurn();
    if (bytesInUse() > COLLECT_FROM) collectGarbage();
    const memory = bytesInUse();
    mostMemory = Math.max(mostMemory, memory);
    if (memory > MEMORY_LIMIT) {
      tell({ kind: 'failed', number, input, why: `${memory} bytes are in use, more than ${MEMORY_LIMIT}` });
      return;
    }
    if (performance.now() - begun > order.milliseconds) {
      number++;
      break;
    }
  }
  tell({ kind: 'done', cases: number - from, milliseconds: performance.now() - begun, mostMemory, slowest });
}

function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
