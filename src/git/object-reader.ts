import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import type { GitExit, GitProcess } from './git-process.ts';

/** Starts of `git cat-file` before a damaged repository is given up. */
const MAX_RESTARTS = 200;

/** An object whose bytes are about to come. Read it by one of the two before asking for the next. */
export interface ObjectContent {
  /** Position in the list that was asked for. */
  readonly index: number;
  readonly oid: string;
  readonly type: string;
  readonly size: number;
  /** Fills the target, which is `size` bytes long; false when the object turned out to be damaged. */
  readInto(target: Uint8Array): Promise<boolean>;
  /** Bytes in parts, for objects too large to hold; ends early when the object turned out to be damaged. */
  chunks(): AsyncGenerator<Buffer, void, undefined>;
}

/**
 * Reads objects in the order given through `git cat-file --batch`. Git ends at the first damaged object: that one is
 * reported and git started again behind it, until {@link MAX_RESTARTS} is met.
 */
export async function* readObjects(
  git: CleanGitDir,
  oids: { readonly length: number; at(index: number): string | undefined },
  report: ReportGap,
): AsyncGenerator<ObjectContent, void, undefined> {
  let next = 0;
  for (let restarts = 0; next < oids.length; restarts++) {
    if (restarts > MAX_RESTARTS) {
      const what = `More than ${MAX_RESTARTS} objects are damaged; those stored behind them were not read.`;
      report({ outcome: 'unreadable', unit: 'objects', count: oids.length - next, what });
      return;
    }
    const child = await git.start(['cat-file', '--batch', '--buffer'], from(oids, next));
    let damaged: string | undefined;
    try {
      while (next < oids.length && damaged === undefined) {
        const oid = oids.at(next) ?? '';
        const header = await child.stdout.readUntil(0x0a, 1024);
        const [name, type = 'missing', size = ''] = header?.toString('latin1').split(' ') ?? [];
        if (header === undefined || name !== oid || type === 'missing') {
          damaged = header === undefined || name !== oid ? oid : undefined;
          next++;
          // A damaged object is told as missing when other copies of it could not be found either.
          if (damaged === undefined) reportDamaged(report, oid);
          continue;
        }
        const content = contentOf(child, next, oid, type, Number(size));
        yield content;
        if (!(await content.finish())) damaged = oid;
        next++;
      }
    } finally {
      child.stop();
    }
    const exit = await child.ended;
    git.throwIfAborted();
    if (damaged !== undefined) reportDamaged(report, damaged, exit);
  }
}

function reportDamaged(report: ReportGap, oid: string, exit?: GitExit): void {
  const said = exit?.errors.find((line) => line.startsWith('fatal:')) ?? '';
  report({
    outcome: 'unreadable',
    unit: 'objects',
    count: 1,
    what: 'Objects are damaged and could not be read in full. "git fsck" names them; a fresh clone mends it.',
    examples: [said.includes(oid) || said === '' ? oid : `${oid} (${said})`],
  });
}

function contentOf(
  child: GitProcess,
  index: number,
  oid: string,
  type: string,
  size: number,
): ObjectContent & { finish(): Promise<boolean> } {
  let left = size;
  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    for await (const part of child.stdout.take(left)) {
      left -= part.length;
      yield part;
    }
  }
  return {
    index,
    oid,
    type,
    size,
    chunks,
    async readInto(target) {
      const whole = target.length === left && (await child.stdout.readInto(target));
      if (whole) left = 0;
      return whole;
    },
    /** Passes over what was not read and the newline behind the object; false when git died on the way. */
    async finish() {
      for await (const part of child.stdout.take(left)) left -= part.length;
      return left === 0 && (await child.stdout.readUntil(0x0a, 1)) !== undefined;
    },
  };
}

function* from(oids: { readonly length: number; at(index: number): string | undefined }, start: number) {
  for (let index = start; index < oids.length; index++) yield oids.at(index) ?? '';
}
