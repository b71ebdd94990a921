import { resolve } from 'node:path';

import * as z from 'zod';

import { explainText } from '../engine/explain/explain-text.ts';
import { scanInline } from '../engine/scan-inline.ts';
import { readSmallFile } from '../git/safe-file.ts';
import { BittingError } from '../model/errors.ts';
import { configFor, detectorsFor } from './options.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { printable } from './progress.ts';

const optionsSchema = z.object({
  config: z.string().optional(),
  detectors: z.array(z.string()).default([]),
  path: z.string().min(1).optional(),
});

/** Bytes that are explained: a file that people write, not a dump. */
const MOST = 2 ** 20;
/** Nothing is kept: any key will do. */
const KEY = new Uint8Array(32);

/** `bitting explain`: why something is reported or not. Shows masked previews, never a value. */
export async function explain(target: string, raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const loaded = await configFor(options.config, terminal.cwd);
  const set = await detectorsFor(loaded.config, options.detectors, terminal.cwd);
  const { bytes, file, line } = await readTarget(target, terminal.cwd);
  const path = options.path ?? (target === '-' ? 'config/settings.txt' : file);
  const looked = set.detectors.filter(({ id }) => !set.changes.disabled.includes(id));
  const told = explainText(bytes.toString('latin1'), path, looked, (at) => line === undefined || at === line);
  const { matches } = scanInline([{ id: 0, path, bytes }], {
    detectors: set.shipped,
    tables: set.tables(),
    changes: set.changes,
    key: KEY,
  });
  for (const { detector, start, line: at, preview, kept, why } of told) {
    const match = matches.find((each) => each.detector === detector.id && each.start === start);
    const verdict =
      match === undefined
        ? kept
          ? 'not reported: another detector tells more of the same place'
          : 'not reported'
        : `reported with ${match.confidence} confidence`;
    terminal.out(`${printable(`line ${at}: ${preview}  ${detector.title} (${detector.id}): ${verdict}`)}\n`);
    for (const sentence of why) terminal.out(`  ${printable(sentence)}\n`);
  }
  const decoded = matches.filter(
    ({ encoding = [], line: at }) => encoding.length > 0 && (line === undefined || at === line),
  );
  for (const { line: at, preview, detector, encoding = [], confidence } of decoded)
    terminal.out(
      `${printable(`line ${at}: ${preview}  ${detector}: reported with ${confidence} confidence, decoded from ${encoding.join(' in ')}`)}\n`,
    );
  if (told.length + decoded.length === 0)
    terminal.out(
      'No pattern of any detector meets this text: no anchor stands in it, or what follows has another shape.\n',
    );
}

async function readTarget(
  target: string,
  cwd: string,
): Promise<{ readonly bytes: Buffer; readonly file: string; readonly line?: number }> {
  if (target === '-') {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of process.stdin as AsyncIterable<Buffer>) {
      size += part.length;
      parts.push(part);
      if (size > MOST) break;
    }
    return { bytes: Buffer.concat(parts).subarray(0, MOST), file: '-' };
  }
  const [, named = '', digits] = /^(.+?)(?::(\d+))?$/s.exec(target) ?? [];
  const whole = await readSmallFile(resolve(cwd, target), MOST);
  const bytes = whole ?? (await readSmallFile(resolve(cwd, named), MOST));
  // What was given may be a value by mistake: it is not repeated.
  if (bytes === undefined)
    throw new BittingError(
      'BITTING_E_TARGET_MISSING',
      'There is no such file. Name a file, or a file and a line as in config.env:12; give a value on standard input, with -.',
    );
  return {
    bytes,
    file: whole === undefined ? named : target,
    ...(whole === undefined && digits !== undefined && { line: Number(digits) }),
  };
}
