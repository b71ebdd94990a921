import { gitFixture } from '../../support/git-fixture.ts';
import type { GitFixture } from '../../support/git-fixture.ts';
import { runGit } from '../../support/git-fixture.ts';

/** What can happen to a repository between two runs. */
export const STEPS = [
  'commits',
  'commits on a side branch',
  'merge',
  'a new ref',
  'an annotated tag',
  'HEAD moves',
  'branch is set back',
  'branch is deleted',
  'a dangling blob',
  'a dangling tree',
  'repack what is loose',
  'repack everything',
  'gc',
] as const;
export type Step = (typeof STEPS)[number];

/** Small numbers that depend on a seed alone. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x9e37_79b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const FILES = ['README', 'src/a.txt', 'src/b.txt', 'src/deep/er/c.txt', 'old/a.txt', 'z'];
const BRANCHES = ['main', 'side', 'third'];

/** A bare repository that changes step by step, with words of the form `NEEDLE_…` in all that it holds. */
export class GrowingRepository {
  readonly fixture: GitFixture = gitFixture({ init: ['--bare'] });
  readonly #texts = new Map<string, readonly string[]>();
  #clock = 1_700_000_000;

  get path(): string {
    return this.fixture.path;
  }

  apply(step: Step, seed: number): void {
    const next = numbers(seed);
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[next(items.length)];
    const git = (...args: readonly string[]): string => this.fixture.git(...args);
    const branches = git('for-each-ref', '--format=%(refname)', 'refs/heads').split('\n').filter(Boolean);
    const branch = pick(branches);
    if (step === 'commits') this.#commit('main', 1 + next(4), next, branches);
    else if (step === 'commits on a side branch') this.#commit(pick(BRANCHES) ?? 'side', 1 + next(3), next, branches);
    else if (step === 'merge') this.#commit(pick(BRANCHES) ?? 'main', 1, next, branches, branch);
    else if (step === 'a dangling blob') this.fixture.dangle(`${this.#edit('dangling', next)}\n`);
    else if (step === 'a dangling tree') this.#dangleTree(next);
    else if (step === 'repack what is loose') git('repack', '-dq');
    else if (step === 'repack everything') {
      git('repack', '-adfq', `--depth=${[1, 3, 50][next(3)]}`, `--window=${2 + next(9)}`);
    } else if (step === 'gc') git('gc', '--quiet', next(2) === 0 ? '--prune=now' : '--no-prune');
    else if (branch !== undefined) this.#changeRefs(step, branch, branches.length, next);
  }

  #changeRefs(step: Step, branch: string, branches: number, next: (below: number) => number): void {
    const { fixture } = this;
    const commits = fixture.git('rev-list', branch).split('\n');
    const some = commits[next(commits.length)] ?? branch;
    if (step === 'a new ref') fixture.git('update-ref', `refs/heads/ref${next(3)}`, some);
    else if (step === 'an annotated tag') {
      fixture.git('tag', '--force', '-a', `tag${next(3)}`, '-m', `NEEDLE_tag${next(50)}`, some);
    } else if (step === 'HEAD moves') fixture.git('symbolic-ref', 'HEAD', branch);
    else if (step === 'branch is set back') fixture.git('update-ref', branch, some);
    else if (step === 'branch is deleted' && branches > 1) fixture.git('update-ref', '-d', branch);
  }

  #commit(
    branch: string,
    count: number,
    next: (below: number) => number,
    branches: readonly string[],
    merged?: string,
  ): void {
    const ref = `refs/heads/${branch}`;
    const stream: string[] = [];
    for (let commit = 0; commit < count; commit++) {
      const message = `commit ${next(4) === 0 ? `NEEDLE_message${next(30)}` : 'without'}\n`;
      const date = `${(this.#clock += 1 + next(100))} +0000`;
      stream.push(`commit ${ref}\nauthor Ada ${next(2)} <ada@example.org> ${date}\n`);
      stream.push(`committer Ben <ben@example.org> ${date}\ndata ${message.length}\n${message}`);
      const from = branches.includes(ref) ? ref : branches[next(branches.length + 1)];
      if (commit === 0 && from !== undefined) stream.push(`from ${from}^0\n`);
      if (commit === 0 && merged !== undefined && merged !== from && from !== undefined)
        stream.push(`merge ${merged}^0\n`);
      for (let change = 0; change <= next(3); change++) {
        const file = FILES[next(FILES.length)] ?? '';
        if (next(6) === 0) {
          stream.push(`D ${file}\n`);
          continue;
        }
        const text = this.#edit(FILES[next(FILES.length)] ?? '', next);
        stream.push(`M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
      }
    }
    runGit(this.path, ['fast-import', '--quiet', '--force'], stream.join(''));
  }

  #dangleTree(next: (below: number) => number): void {
    const blob = this.fixture.dangle(`${this.#edit('in a dangling tree', next)}\n`);
    const inner = runGit(this.path, ['mktree'], `100644 blob ${blob}\tlost${next(3)}.txt\n`);
    runGit(this.path, ['mktree'], `040000 tree ${inner}\tfolder${next(3)}\n`);
  }

  /** The next version of a text: some lines more, or fewer, or others. */
  #edit(name: string, next: (below: number) => number): string {
    const lines = [
      ...(this.#texts.get(name) ?? Array.from({ length: 30 }, (_, line) => `line ${line} of ${name} ${next(1000)}`)),
    ];
    for (let change = 0; change <= next(3); change++) {
      const line = next(3) === 0 ? `key = NEEDLE_${name.length}_${next(40)}` : `changed ${next(100_000)}`;
      lines.splice(next(lines.length + 1), next(2), line);
    }
    this.#texts.set(name, lines);
    return lines.join('\n');
  }
}
