/** Size of a made repository. */
export interface Shape {
  readonly commits: number;
  /** Files at its head; all are there from the first commit on. */
  readonly files: number;
  /** Credentials, each another value, spread evenly over the commits and files. */
  readonly findings: number;
}

const LINES = 60;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const WORDS =
  'account amount archive balance branch buffer cache client column commit config count cursor customer'.split(' ');

/** A number from 0 up to 2³², the same for the same seeds (the finaliser of MurmurHash3, public domain). */
function mix(...seeds: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A value in the form of a GitLab personal access token: nothing that any service gave out. */
function madeToken(index: number): string {
  const body = Array.from({ length: 20 }, (_, at) => LETTERS[mix(index, at, 7) % LETTERS.length]).join('');
  return ['gl', 'pat-', body].join('');
}

function word(...seeds: readonly number[]): string {
  return WORDS[mix(...seeds) % WORDS.length] ?? '';
}

function codeLine(file: number, line: number, version: number): string {
  const value = mix(file, line, version);
  return `  const ${word(value, 1)}${line} = ${word(value, 2)}.${word(value, 3)}(${value % 1000});\n`;
}

/**
 * The repository as a stream for `git fast-import`, a commit or a file a piece: one commit writes all files, each later
 * one changes one line of one file. (https://git-scm.com/docs/git-fast-import#_input_format)
 */
export function* commitsOf({ commits, files, findings }: Shape): Generator<string> {
  const lines: string[][] = [];
  for (let file = 0; file < files; file++) {
    lines.push(Array.from({ length: LINES }, (_, line) => codeLine(file, line, 0)));
  }
  let given = 0;
  for (let commit = 0; commit < commits; commit++) {
    yield commitHeader(commit);
    if (commit > 0)
      lines[mix(commit, 1) % files]?.splice(mix(commit, 2) % LINES, 1, codeLine(commit % files, 0, commit));
    // As many as are due by now, so that the last commit has given all of them.
    const due = Math.floor((findings * (commit + 1)) / commits);
    const changed = new Set(commit === 0 ? lines.keys() : [mix(commit, 1) % files]);
    for (; given < due; given++) {
      const file = commit === 0 ? given % files : mix(commit, 1) % files;
      lines[file]?.splice((given * 7) % LINES, 1, `  const token${given} = '${madeToken(given)}';\n`);
      changed.add(file);
    }
    for (const file of changed) yield fileChange(file, lines[file] ?? []);
  }
  yield 'done\n';
}

function commitHeader(commit: number): string {
  const who = `Maker <maker@example.com> ${1_600_000_000 + commit * 60} +0000`;
  const message = `Change ${commit}`;
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`;
}

/** All text is ASCII, so that characters are bytes. */
function fileChange(file: number, lines: readonly string[]): string {
  const text = lines.join('');
  return `M 100644 inline src/part${file % 37}/file${file}.js\ndata ${text.length}\n${text}\n`;
}
