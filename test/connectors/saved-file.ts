import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path of a file that holds the content, or its JSON, until the test is over. */
export async function savedFile(content: unknown, name = 'dump.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-dump-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
}
