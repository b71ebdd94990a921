import { hash } from 'node:crypto';

/** Longer texts seldom come again, and take room. */
const LONGEST = 256;

/**
 * The same function, which keeps its answers to the texts it was asked about last: names and values come again and again
 * in the versions of a file. Belongs to one thread, and nothing of it leaves memory.
 */
export function remembered<Answer extends Kept>(answer: (text: string) => Answer): (text: string) => Answer {
  const recent = new Recent<Answer>(2048);
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST) return answer(text);
    const own = copyOf(text);
    return recent.keep(own, answer(own));
  };
}

/** The same for a function of bytes. Their digest is kept, not they. */
export function rememberedBytes<Answer extends Kept>(
  answer: (bytes: Uint8Array) => Answer,
): (bytes: Uint8Array) => Answer {
  const recent = new Recent<Answer>(512);
  return (bytes) => {
    const digest = hash('sha256', bytes, 'base64');
    return recent.get(digest) ?? recent.keep(digest, answer(bytes));
  };
}

type Kept = string | number | boolean | object;

/** What was asked for last: two generations, of which the older is forgotten when the other is full. */
class Recent<Answer extends Kept> {
  readonly #generation: number;
  #current = new Map<string, Answer>();
  #previous = new Map<string, Answer>();

  constructor(generation: number) {
    this.#generation = generation;
  }

  get(text: string): Answer | undefined {
    const known = this.#current.get(text);
    if (known !== undefined) return known;
    const before = this.#previous.get(text);
    if (before !== undefined) this.keep(copyOf(text), before);
    return before;
  }

  keep(text: string, answer: Answer): Answer {
    if (this.#current.size >= this.#generation) {
      this.#previous = this.#current;
      this.#current = new Map();
    }
    this.#current.set(text, answer);
    return answer;
  }
}

/** A text that is a part of another would keep all of that in memory. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
