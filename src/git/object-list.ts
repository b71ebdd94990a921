import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import { isObjectId, objectIdBytes } from './object-id.ts';
import type { ObjectFormat } from './object-id.ts';

/** Object ids in the order they were added, packed at 20 or 32 bytes each: repositories have millions. */
export class ObjectIds {
  readonly #width: number;
  #bytes: Buffer;
  #length = 0;

  constructor(format: ObjectFormat) {
    this.#width = objectIdBytes(format);
    this.#bytes = Buffer.allocUnsafe(1024 * this.#width);
  }

  get length(): number {
    return this.#length;
  }

  push(oid: string): void {
    const start = this.#length * this.#width;
    if (start === this.#bytes.length) {
      const larger = Buffer.allocUnsafe(this.#bytes.length * 2);
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes.write(oid, start, this.#width, 'hex');
    this.#length++;
  }

  at(index: number): string {
    return this.#bytes.toString('hex', index * this.#width, (index + 1) * this.#width);
  }

  /** First 32 bits of an id. */
  prefix(index: number): number {
    return this.#bytes.readUInt32BE(index * this.#width);
  }

  *from(start: number): Generator<string> {
    for (let index = start; index < this.#length; index++) yield this.at(index);
  }
}

/** What stands in the object folders: blobs, commits and tags by id, with the sizes of those to be read, in bytes. */
export interface ObjectList {
  /** Blobs, commits and annotated tags, in the order they are stored in. */
  readonly ids: ObjectIds;
  readonly sizes: readonly number[];
  /** One letter an object: `b`lob, `c`ommit, `t`ag. */
  readonly types: readonly ('b' | 'c' | 't')[];
  readonly commits: ObjectIds;
  readonly blobs: number;
}

/** Lists every object of the repository, reachable or not. Objects whose header is broken are reported. */
export async function listObjects(git: CleanGitDir, format: ObjectFormat, report: ReportGap): Promise<ObjectList> {
  const ids = new ObjectIds(format);
  const commits = new ObjectIds(format);
  const sizes: number[] = [];
  const types: ('b' | 'c' | 't')[] = [];
  let blobs = 0;
  const broken: string[] = [];
  let brokenCount = 0;
  const exit = await git.each(
    ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname) %(objecttype) %(objectsize)'],
    (line) => {
      const [oid = '', type, size = ''] = line.split(' ');
      if (!isObjectId(oid)) return;
      if (type === 'blob' || type === 'commit' || type === 'tag') {
        ids.push(oid);
        sizes.push(Number(size));
        types.push(type === 'blob' ? 'b' : type === 'commit' ? 'c' : 't');
        if (type === 'blob') blobs++;
        if (type === 'commit') commits.push(oid);
      } else if (type !== 'tree') {
        brokenCount++;
        if (broken.length < 10) broken.push(oid);
      }
    },
  );
  if (brokenCount > 0) {
    const what = 'Objects are damaged: git cannot tell what they are. "git fsck" names them; a fresh clone mends it.';
    report({ outcome: 'unreadable', unit: 'objects', count: brokenCount, what, examples: broken });
  }
  const rest = exit.errors.filter((line) => /^(?:error|fatal|warning):/.test(line));
  if (!exit.ok || (rest.length > 0 && brokenCount === 0)) {
    const what = 'Git could not read a part of the object store; what stands only there was not scanned.';
    report({ outcome: 'unreadable', unit: 'objects', count: 1, what, examples: rest.slice(0, 10) });
  }
  return { ids, sizes, types, commits, blobs };
}
