import { deepStrictEqual, ok } from 'node:assert';
import { detectors } from '../../../detectors/index.ts';
import { compileDetectors } from '../../../src/engine/compile.ts';
import { decodeRun } from '../../../src/engine/decode/decode-run.ts';
import type { EncodedRun } from '../../../src/engine/decode/encoded-run.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import type { SeenMatch } from '../../../src/engine/seen-match.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import { referenceDecodingScanner } from '../../engine/reference-decode.ts';
import { openScanner } from '../../engine/support/open-scanner.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import { composeText, exampleTexts } from '../texts.ts';

const KEY = new Uint8Array([4, 5, 6]);
const PATH = 'config/app.env';
const LONGEST = 3000;
const HELD_LIMIT = 256 * 2 ** 20;
const BUDGET = 2 ** 20;
const KINDS: readonly EncodedRun['kind'][] = ['base64', 'hex', 'percent', 'escape'];

/** A dozen types, since the reference tries each at every byte: decoding does not depend on the detector. */
const CHOSEN =
  /^(?:aws-access-key-id|aws-secret-access-key|github-personal-access-token|generic-secret|jwt|postgres-url|slack-bot-token|stripe-secret-key|npm-access-token|openai-project-key|rsa-private-key|bearer-token)$/;

/** Examples of detectors in encodings of all kinds, within one another, changed. */
export const decode: FuzzTarget = {
  name: 'decode',
  promise: 'What is encoded is found as the plain scanner finds it, and decoding anything keeps to its budget.',
  share: 30,
  open() {
    const some = detectors.filter(({ id }) => CHOSEN.test(id));
    const texts = exampleTexts(some);
    const others = texts.map((text) => Buffer.from(text));
    const kernel = new Kernel(loadKernel());
    const scanner = openScanner(some, KEY, kernel);
    const { detectors: compiled } = compileDetectors(some);
    const expected = referenceDecodingScanner(some, KEY);
    return {
      heldBytes: () => kernel.bytes,
      heldLimit: HELD_LIMIT,
      make(random) {
        const composed = composeText(random, texts, 4, 4);
        const text = (random.oneIn(4) ? composed : mutate(random, composed, others)).subarray(0, LONGEST);
        const kind = random.pick(KINDS);
        const wrapped = random.oneIn(2);
        return {
          input: { text, kind, wrapped: String(wrapped) },
          run() {
            checkDecoded(text, { kind, start: 0, end: text.length, wrapped });
            deepStrictEqual(
              resolve(scanner.findings(text), PATH, compiled).map(comparable),
              expected(text, PATH).map(comparable),
            );
          },
        };
      },
    };
  },
};

function comparable(match: SeenMatch): unknown {
  const { detector, start, end, fingerprint, confidence, encoding } = match;
  return [detector, start, end, fingerprint, confidence, encoding ?? []];
}

/** Bytes that no search took for a run are decoded all the same. */
function checkDecoded(bytes: Uint8Array, run: EncodedRun): void {
  for (const decoded of decodeRun(bytes, run, BUDGET)) {
    if (decoded === undefined) continue;
    const limit = decoded.encoding.includes('gzip') ? BUDGET : 2 * bytes.length;
    ok(decoded.bytes.length <= limit, `${decoded.bytes.length} bytes, more than ${limit}`);
  }
}
