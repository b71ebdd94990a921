import { gitFixture, runGit } from '../../support/git-fixture.ts';
import type { GitFixture } from '../../support/git-fixture.ts';

/** Lines that are the same whenever they are asked for, and do not compress to nothing. */
function lines(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = (Math.imul(seed * 7919 + index, 2_654_435_761) ^ (index << 7)) >>> 0;
    return `line ${index} of ${seed}: ${number.toString(36)} ${(number ^ 0x5bd1e995).toString(16)}`;
  });
}

/** A repository with files that change a little in each commit: packed, most of what it holds are deltas. */
export function historyFixture(
  options: { readonly commits?: number; readonly init?: readonly string[] } = {},
): GitFixture {
  const repo = gitFixture({ init: options.init ?? [] });
  addHistory(repo, 'refs/heads/main', 1, options.commits ?? 40);
  repo.git('tag', '-a', 'v1', '-m', 'the first release', 'main');
  return repo;
}

/** Adds commits to a branch; what they hold depends on the seed. */
export function addHistory(repo: GitFixture, branch: string, seed: number, commits: number): void {
  const files = [lines(seed, 120), lines(seed + 100, 80), lines(seed + 200, 300)];
  const stream: string[] = [];
  for (let commit = 0; commit < commits; commit++) {
    stream.push(`commit ${branch}\ncommitter Ada <ada@example.org> ${1_700_000_000 + seed * 1000 + commit} +0000\n`);
    stream.push(`data 8\ncommit ${commit % 10}\n`);
    for (const [number, file] of files.entries()) {
      if (commit % (number + 1) !== 0) continue;
      file[(commit * 13) % file.length] = `changed ${commit} of ${seed}`;
      file.splice((commit * 7) % file.length, 0, `inserted ${commit} of ${seed}`);
      const text = file.join('\n');
      stream.push(`M 100644 inline folder${seed}/file${number}.txt\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
  }
  runGit(repo.path, ['fast-import', '--quiet'], stream.join(''));
}
