import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll } from './read-all.ts';
import { sampleText } from './samples.ts';

function has(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Text, a long name, and bytes that do not compress, so that archives have stored parts. */
function contents(): Record<string, Buffer> {
  const noise = Buffer.alloc(150_000);
  let number = 1;
  for (let at = 0; at < noise.length; at++) {
    number = Math.imul(number, 1_664_525) + 1_013_904_223;
    noise[at] = number >>> 24;
  }
  return {
    'text.txt': Buffer.from(sampleText(3000)),
    [`${'long-folder-name/'.repeat(9)}file.txt`]: Buffer.from('hello\n'),
    'mixed.bin': Buffer.concat([noise, Buffer.from(sampleText(2000)), noise, noise.subarray(7)]),
    'empty.txt': Buffer.alloc(0),
  };
}

/** Each row: the programs that must be there, and a shell line that writes `$OUT` from folder `d`. */
const CASES = [
  [['tar'], 'tar --format=gnu -cf $OUT d'],
  [['tar'], 'tar --format=pax -cf $OUT d'],
  [['tar'], 'tar --format=ustar -cf $OUT d'],
  [['tar', 'gzip'], 'tar -czf $OUT d'],
  [['tar', 'bzip2'], 'tar -cjf $OUT d'],
  [['tar', 'xz'], 'tar -cJf $OUT d'],
  [['tar', 'xz'], 'tar -cf - d | xz -9e -C sha256 > $OUT'],
  [['tar', 'xz'], 'tar -cf - d | xz -T2 --block-size=100000 -C crc32 --lzma2=dict=64KiB,lc=4,pb=0 > $OUT'],
  [['tar', 'zstd'], 'tar --zstd -cf $OUT d'],
  [['tar', 'zstd'], 'tar -cf - d | zstd -19 --long=24 -q -c > $OUT'],
  [['zip'], 'zip -qr $OUT.zip d && mv $OUT.zip $OUT'],
  [['zip'], 'zip -qr - d | cat > $OUT'],
  [['zip'], 'zip -qr -fz $OUT.zip d && mv $OUT.zip $OUT'],
  [['zip'], 'zip -qr -Z bzip2 $OUT.zip d && mv $OUT.zip $OUT'],
  [['jar'], 'jar cf $OUT d'],
] as const;

describe('archives of the programs people use', () => {
  let folder = '';
  const files = contents();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitting-archives-'));
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(join(folder, 'd', path, '..'), { recursive: true });
      writeFileSync(join(folder, 'd', path), bytes);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [programs, line]] of CASES.entries()) {
    it.skipIf(!programs.every((program) => has(program)))(`are read: ${line}`, async () => {
      const out = join(folder, `out${index}`);
      execFileSync('sh', ['-c', line], { cwd: folder, env: { ...process.env, OUT: out }, stdio: 'pipe' });
      const result = await readAll(readFileSync(out), { path: 'o' });
      expect(result.problems).toEqual([]);
      const expected = Object.entries(files).map(([path, bytes]) => [`o!/d/${path}`, bytes.toString('latin1')]);
      expect(result.files).toMatchObject(Object.fromEntries(expected));
    });
  }
});
