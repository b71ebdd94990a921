import { relative, resolve } from 'node:path';

import * as z from 'zod';

import { count } from '../../reporters/text.ts';
import type { DetectorSet } from '../audit/detector-set.ts';
import { nearestTo } from '../config/nearest.ts';
import type { Detector } from '../model/detector.ts';
import { BittingError, EXIT } from '../model/errors.ts';
import { describeDetector } from './describe-detector.ts';
import { configFor, detectorsFor } from './options.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { printable } from './progress.ts';

const setSchema = z.object({
  config: z.string().optional(),
  detectors: z.array(z.string()).default([]),
  json: z.boolean().default(false),
});

const listSchema = setSchema.extend({ provider: z.string().optional(), kind: z.string().optional() });

/** `bitting detectors`: what is looked for, sorted by id. */
export async function listDetectors(raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(listSchema, raw);
  const set = await setFor(options, terminal.cwd);
  const rows = set.detectors
    .filter(({ marks }) => marks === undefined)
    .filter(({ provider, kind }) => isMeant(provider, options.provider) && isMeant(kind, options.kind))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (options.json) {
    terminal.out(
      `${JSON.stringify(
        rows.map((row) => asJson(row, set)),
        undefined,
        2,
      )}\n`,
    );
    return;
  }
  const columns = rows.map(({ id, severity, match, provider, title }) => [id, severity, match.proof, provider, title]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...columns.map((row) => row[column]!.length)));
  for (const [index, row] of columns.entries()) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    terminal.out(`${printable(cells.join('  ').trimEnd() + noteOn(rows[index]!, set))}\n`);
  }
}

/** `bitting detectors show`: everything about one. */
export async function showDetector(id: string, raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(setSchema, raw);
  const set = await setFor(options, terminal.cwd);
  const detector = set.detectors.find((each) => each.id === id);
  if (detector === undefined) {
    const near = nearestTo(
      id,
      set.detectors.map((each) => each.id),
    );
    const advice = near === undefined ? '`bitting detectors` lists them' : `did you mean ${near}`;
    throw new BittingError('BITTING_E_USAGE', `No detector has this id: ${advice}${near === undefined ? '.' : '?'}`);
  }
  if (options.json) terminal.out(`${JSON.stringify(asJson(detector, set), undefined, 2)}\n`);
  else for (const line of describeDetector(detector, terminal.width, noteOn(detector, set))) terminal.out(`${line}\n`);
}

/** `bitting detectors test`: whether custom detectors find what their examples say, and come back from hostile text. */
export async function testDetectorFiles(
  files: readonly string[],
  { terminal, signal, outcome }: CommandContext,
): Promise<void> {
  const [{ loadDetectors }, { changedSet, detectorSet }, { testDetectors }] = await Promise.all([
    import('../audit/custom/load-detectors.ts'),
    import('../audit/detector-set.ts'),
    import('../audit/custom/test-detectors.ts'),
  ]);
  const paths = files.map((file) => resolve(terminal.cwd, file));
  const custom = await loadDetectors({ files: paths, disable: [], severity: {} }, detectorSet.shipped);
  const added = custom.map(({ detector }) => detector);
  const tested = await testDetectors(custom, changedSet({ added, disabled: [], severity: {} }), { signal });
  let failed = 0;
  for (const { id, file, line, outcomes } of tested) {
    terminal.out(`${id} (${printable(relative(terminal.cwd, file))}:${line})\n`);
    for (const { ok, line: at, what } of outcomes) {
      if (!ok) failed++;
      terminal.out(`  ${ok ? 'ok    ' : 'failed'}  ${printable(`${at === undefined ? '' : `line ${at}: `}${what}`)}\n`);
    }
  }
  const promises = tested.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  const result = failed === 0 ? 'all hold' : `${failed} failed`;
  terminal.out(`${count(tested.length, 'detector')}, ${count(promises, 'promise')}: ${result}.\n`);
  if (failed > 0) outcome.exitCode = EXIT.findings;
}

async function setFor(
  { config, detectors }: { readonly config?: string | undefined; readonly detectors: readonly string[] },
  cwd: string,
): Promise<DetectorSet> {
  const loaded = await configFor(config, cwd);
  return detectorsFor(loaded.config, detectors, cwd);
}

function isMeant(text: string, wanted: string | undefined): boolean {
  return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

function written({ source, flags }: RegExp): object {
  return { source, flags };
}

/** All fields but the examples, which are for tests; patterns as their source and flags. */
function asJson(detector: Detector, { changes }: DetectorSet): object {
  const { id, title, provider, kind, identity, severity, checks, extract, pairsWith, identifier, reference } = detector;
  const { rotate, verify, docs, publicPrefix } = detector;
  const { anchors, ignoreCase, pattern, lookBehind, maxLength, proof, paths, multiLine } = detector.match;
  const rule = { anchors, ignoreCase, lookBehind, maxLength, proof, multiLine };
  const patterns = { pattern: written(pattern), ...(paths !== undefined && { paths: written(paths) }) };
  return {
    id,
    title,
    provider,
    kind,
    identity,
    severity,
    match: { ...rule, ...patterns },
    checks,
    extract,
    pairsWith,
    identifier,
    reference,
    rotate,
    verify,
    docs,
    publicPrefix,
    ...(changes.added.some((each) => each.id === id) && { custom: true }),
    ...(changes.disabled.includes(id) && { disabled: true }),
  };
}

function noteOn({ id }: Detector, { changes }: DetectorSet): string {
  const custom = changes.added.some((each) => each.id === id) ? ' (custom)' : '';
  return changes.disabled.includes(id) ? `${custom} (disabled)` : custom;
}
