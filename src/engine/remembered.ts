/** Texts remembered in each of two generations. */
const GENERATION = 2048;
/** Longer texts seldom come again, and take room. */
const LONGEST = 256;

/**
 * The same function, which keeps its answers to the texts it was asked about last: names and values come again and again
 * in the versions of a file. Belongs to one thread, and nothing of it leaves memory.
 */
export function remembered<Answer extends string | number | boolean | object>(
  answer: (text: string) => Answer,
): (text: string) => Answer {
  let current = new Map<string, Answer>();
  let previous = new Map<string, Answer>();
  const keep = (text: string, value: Answer): Answer => {
    if (current.size >= GENERATION) {
      previous = current;
      current = new Map();
    }
    current.set(text, value);
    return value;
  };
  return (text) => {
    const known = current.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST) return answer(text);
    const before = previous.get(text);
    const own = copyOf(text);
    return keep(own, before ?? answer(own));
  };
}

/** A text that is a part of another would keep all of that in memory. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
