import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from './git-fixture.ts';

/** Path of a file with this content in a folder of its own. */
export function temporaryFile(name: string, content: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}
