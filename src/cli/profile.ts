import { bytes, figure } from '../../reporters/text.ts';
import { STAGES as WORKER_STAGES } from '../engine/spent.ts';
import { STAGES } from '../model/progress.ts';
import type { Progress, Stage, WorkDone } from '../model/progress.ts';

/** What a run read, and what it took of the machine. */
export interface ProfiledRun {
  readonly files: number;
  /** Read from files and objects. */
  readonly bytes: number;
  /** From start to end. */
  readonly milliseconds: number;
  /** Most memory that the process had at any time, worker threads and all. */
  readonly peakBytes: number;
}

const UNTOLD = 'everything else';

/** Gathers where the time of a run goes, to be told at its end. */
export class Profile implements Pick<Progress, 'spent' | 'worked'> {
  readonly #begun = performance.now();
  readonly #stages = new Map<string, number>();
  readonly #workers = new Map<string, number>();
  readonly #objects = { count: 0, bytes: 0, searched: 0 };

  spent(stage: Stage, milliseconds: number): void {
    add(this.#stages, stage, milliseconds);
  }

  worked({ spent, objects }: WorkDone): void {
    for (const [stage, milliseconds] of Object.entries(spent)) add(this.#workers, stage, milliseconds);
    if (objects === undefined) return;
    this.#objects.count += objects.count;
    this.#objects.bytes += objects.bytes;
    this.#objects.searched += objects.searched;
  }

  /** Milliseconds since it was made. */
  get elapsed(): number {
    return performance.now() - this.#begun;
  }

  /** A table of plain text, with a line feed at its end. */
  table({ files, bytes: read, milliseconds, peakBytes }: ProfiledRun): string {
    const { count, bytes: inObjects, searched } = this.#objects;
    const told = inOrder(this.#stages, STAGES);
    const untold = milliseconds - told.reduce((sum, [, spent]) => sum + spent, 0);
    const speed = milliseconds > 0 ? read / 1000 / milliseconds : 0;
    return lines([
      ...timesOf('main thread', 'wall ms', [...told, [UNTOLD, Math.max(0, untold)]]),
      ...timesOf('worker threads, added up', 'ms', inOrder(this.#workers, WORKER_STAGES)),
      ['scanned', '', ''],
      ['  files', figure(files), ''],
      ['  objects of history', figure(count), ''],
      ['  bytes in objects', bytes(inObjects), ''],
      ['  bytes of objects searched', bytes(searched), share(searched, inObjects)],
      ['  bytes read in all', bytes(read), ''],
      ['  speed', `${figure(speed)} MB/s`, ''],
      ['  peak memory', bytes(peakBytes), ''],
    ]);
  }
}

type Row = readonly [name: string, amount: string, share: string];

/** A heading with its unit, a row for each stage, and their sum. */
function timesOf(title: string, unit: string, stages: readonly (readonly [string, number])[]): readonly Row[] {
  if (stages.length === 0) return [];
  const sum = stages.reduce((total, [, milliseconds]) => total + milliseconds, 0);
  return [
    [title, unit, 'share'],
    ...stages.map(([name, milliseconds]): Row => [`  ${name}`, figure(milliseconds), share(milliseconds, sum)]),
    ['  in all', figure(sum), ''],
  ];
}

/** Stages in the order that they are known to come in; those that are not known behind them. */
function inOrder(spent: ReadonlyMap<string, number>, known: readonly string[]): readonly (readonly [string, number])[] {
  const places = new Map(known.map((name, index) => [name, index]));
  const placeOf = (name: string): number => places.get(name) ?? known.length;
  return [...spent].sort(([a], [b]) => placeOf(a) - placeOf(b));
}

function share(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((part / whole) * 100)} %` : '';
}

function lines(rows: readonly Row[]): string {
  const [names, amounts, shares] = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = ([name, amount, part]: Row): string =>
    `${name.padEnd(names!)}  ${amount.padStart(amounts!)}  ${part.padStart(shares!)}`.trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function add(sums: Map<string, number>, name: string, milliseconds: number): void {
  sums.set(name, (sums.get(name) ?? 0) + milliseconds);
}
