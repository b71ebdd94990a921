import type { DetectorExamples } from '../../src/model/detector.ts';
import { exampleLine } from './example-line.ts';
import { makeUuid } from './uuid.ts';

/** Examples for a hex value of fixed length that stands beside `name`, such as `DD_API_KEY`. */
export function hexExamples(name: string, length: number): DetectorExamples {
  return {
    match: (make) => [
      exampleLine(`${name}=`, make(make.hex, length)),
      exampleLine(`"${name.toLowerCase()}": "`, make(make.hex, length), '"'),
    ],
    noMatch: (make) => [
      `${name}=${'0'.repeat(length)}`,
      `${name}=${make(make.hex, length + 3)}`,
      `md5=${make(make.hex, length)}`,
    ],
  };
}

/** Examples for a UUID that stands beside `name`. */
export function uuidExamples(name: string): DetectorExamples {
  return {
    match: (make) => [
      exampleLine(`${name}=`, makeUuid(make)),
      exampleLine(`${name.toLowerCase()}: "`, makeUuid(make), '"'),
    ],
    noMatch: (make) => [
      `${name}=00000000-0000-0000-0000-000000000000`,
      `${name}=${make(make.hex, 8)}`,
      `request_id=${makeUuid(make)}`,
    ],
  };
}
