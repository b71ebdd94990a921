import type { ArchiveBudget } from './budget.ts';
import type { ArchiveEntry, ArchiveProblem } from './entry.ts';
import { drain } from './input.ts';
import type { Input } from './input.ts';
import { ArchiveStop, BudgetSpent } from './stop.ts';

/** What all layers of one outer file share. */
export interface Context {
  readonly budget: ArchiveBudget;
  readonly report: (problem: ArchiveProblem) => void;
  /** Problems reported so far. */
  problems: number;
}

/**
 * Tells why something ended, once. What is no fault of the archive is thrown on, and so is a spent budget, which ends
 * all layers.
 */
export function tell(context: Context, error: unknown, path: string): void {
  if (!(error instanceof ArchiveStop)) throw error;
  if (!error.told) {
    error.told = true;
    context.report({ path, outcome: error.outcome, what: error.what });
  }
  if (error instanceof BudgetSpent) throw error;
}

export interface Held {
  readonly parts: Uint8Array[];
  readonly size: number;
  /** All there is stands in `parts`. */
  readonly complete: boolean;
  /** Why there is not more. */
  readonly failure?: unknown;
}

/** Reads up to the bytes that may be held of one entry. */
export async function hold(context: Context, input: Input): Promise<Held> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= context.budget.limits.heldBytes) {
      const chunk = await input.next();
      if (chunk === undefined) return { parts, size, complete: true };
      parts.push(chunk.slice());
      size += chunk.length;
    }
  } catch (failure) {
    return { parts, size, complete: true, failure };
  }
  return { parts, size, complete: false };
}

/** What is held, and what comes behind it. */
export async function* resume(held: Held, input: Input): AsyncGenerator<Uint8Array, void, undefined> {
  for (let part = held.parts.shift(); part !== undefined; part = held.parts.shift()) yield part;
  yield* input.rest();
}

export function join(held: Held): Uint8Array {
  const [only] = held.parts;
  if (only !== undefined && held.parts.length === 1) return only;
  const bytes = new Uint8Array(held.size);
  let at = 0;
  for (const part of held.parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An entry that is no archive: whole, or as a stream where it is larger than what is held. */
export async function* readLeaf(
  context: Context,
  input: Input,
  path: string,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const held = await hold(context, input);
  let { failure } = held;
  if (held.complete) {
    if (held.size > 0 || failure === undefined) yield { path, bytes: join(held) };
  } else {
    const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        yield* resume(held, input);
      } catch (error) {
        failure = error;
      }
    };
    const running = chunks();
    // Without `return`, a loop that is left does not close the generator: what is left is passed over below.
    yield { path, chunks: { [Symbol.asyncIterator]: () => ({ next: () => running.next() }) } };
    await drain(running);
  }
  if (failure !== undefined) tell(context, failure, path);
}
