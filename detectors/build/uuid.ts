import type { ExampleMaker } from '../../src/model/detector.ts';

/** Source of a RegExp for a UUID in lower case, the form in which many vendors hand out keys (RFC 9562, section 4). */
export const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A random UUID for examples. */
export function makeUuid(make: ExampleMaker): string {
  return [8, 4, 4, 4, 12].map((length) => make(make.hex, length)).join('-');
}
