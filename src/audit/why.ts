import { dirname, join } from 'node:path';

import { explainText } from '../engine/explain/explain-text.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import { findBare, findGit } from '../git/git-layout.ts';
import type { GitLayout } from '../git/git-layout.ts';
import { readObjects } from '../git/object-reader.ts';
import { openRepository } from '../git/repository-facts.ts';
import { readSmallFile } from '../git/safe-file.ts';
import type { Collections } from '../model/collection.ts';
import type { Detector } from '../model/detector.ts';
import type { Finding } from '../model/finding.ts';
import type { FilePlace } from '../model/place.ts';
import type { LongReport } from '../model/report.ts';

/** Findings that are explained, the worst first. */
const MOST = 2000;
/** Bytes of one text that are read again: a file that people write, not a dump. */
const MOST_BYTES = 2 ** 20;

const NOT_READ =
  'The text was not read again, as it stands in an archive, is larger than 1 MiB, or has changed since; "bitting explain -" takes it on standard input.';
const DECODED =
  'It stands encoded, and the factors are told of what stands as it is; "bitting explain -" takes the decoded text on standard input.';

/** A finding of a credential, with the place whose text is read again. */
interface Asked {
  readonly finding: string;
  readonly detector: Detector;
  readonly place: FilePlace;
}

/**
 * The report with what made a secret of each that is reported: the sentences of `bitting explain`. Files and objects of
 * history are read again, for nothing of their text is kept. Sentences hold no values.
 */
export async function withReasons(
  report: LongReport,
  detectors: readonly Detector[],
  collections: Collections,
  signal: AbortSignal,
): Promise<LongReport> {
  const asked = askedOf(report, detectors);
  const reasons = new Map<string, readonly string[]>();
  for (const [source, ofSource] of Map.groupBy(asked, ({ place }) => place.source)) {
    const locator = report.sources.find(({ id }) => id === source)?.locator;
    if (locator === undefined) continue;
    const [past, present] = [ofSource.filter(({ place }) => place.blob), ofSource.filter(({ place }) => !place.blob)];
    // Of a change the folder may be any of the work tree, and paths are those of its root.
    const root = report.run.command === 'check' ? ((await layoutAround(locator))?.workTree ?? locator) : locator;
    for (const each of present) {
      signal.throwIfAborted();
      const bytes = await readSmallFile(join(root, each.place.path), MOST_BYTES + 1).catch(() => undefined);
      reasons.set(each.finding, reasonsFor(each, bytes));
    }
    if (past.length > 0) await readPast(locator, past, reasons, signal);
  }
  const findings = collections.list<Finding>();
  for (const finding of report.findings) {
    const why = reasons.get(finding.id);
    findings.push(why === undefined ? finding : { ...finding, why });
  }
  return { ...report, findings: findings.finish() };
}

function askedOf(report: LongReport, detectors: readonly Detector[]): readonly Asked[] {
  const wanted = new Map<string, { readonly finding: string; readonly places: Finding['places'] }>();
  for (const { id, check, subjects, places } of report.findings) {
    if (wanted.size === MOST) break;
    const [subject] = subjects;
    if (check === 'secret.exposed' && subject !== undefined) wanted.set(subject, { finding: id, places });
  }
  const byId = new Map(detectors.map((detector) => [detector.id, detector]));
  const asked: Asked[] = [];
  for (const credential of report.credentials) {
    const found = wanted.get(credential.id);
    const detector = byId.get(credential.detector);
    const place = found?.places.find((each) => each.kind === 'file');
    if (found !== undefined && detector !== undefined && place !== undefined && place.path !== '')
      asked.push({ finding: found.finding, detector, place });
  }
  return asked;
}

/** What cannot be read is told as such, and stands in the coverage of the scan already. */
function ignore(): void {}

/** Reads objects of history through a git directory of our own, each once. */
async function readPast(
  locator: string,
  asked: readonly Asked[],
  reasons: Map<string, readonly string[]>,
  signal: AbortSignal,
): Promise<void> {
  for (const { finding } of asked) reasons.set(finding, [NOT_READ]);
  const layout = await layoutAround(locator);
  if (layout === undefined) return;
  const git = await openCleanGitDir(await openRepository(layout, ignore), signal);
  try {
    const byBlob = Map.groupBy(asked, ({ place }) => place.blob ?? '');
    for await (const object of readObjects(git, [...byBlob.keys()], ignore)) {
      if (object.size > MOST_BYTES) continue;
      const bytes = Buffer.alloc(object.size);
      if (!(await object.readInto(bytes))) continue;
      for (const each of byBlob.get(object.oid) ?? []) reasons.set(each.finding, reasonsFor(each, bytes));
    }
  } finally {
    await git.close();
  }
}

/** The repository at a folder, or, of a change, the one whose work tree holds it. */
async function layoutAround(folder: string): Promise<GitLayout | undefined> {
  const found = await findGit(folder, folder);
  if (found.kind === 'repository') return found.layout;
  const bare = await findBare(folder);
  if (bare !== undefined || found.kind === 'refused' || dirname(folder) === folder) return bare;
  return layoutAround(dirname(folder));
}

function reasonsFor({ detector, place }: Asked, bytes: Buffer | undefined): readonly string[] {
  if (bytes === undefined || bytes.length > MOST_BYTES) return [NOT_READ];
  const told = explainText(bytes.toString('latin1'), place.path, [detector], (line) => line === place.line);
  const kept = told.find((each) => each.kept);
  if (kept !== undefined) return [`${detector.title} (${detector.id})`, ...kept.why];
  return [place.encoding === undefined ? NOT_READ : DECODED];
}
