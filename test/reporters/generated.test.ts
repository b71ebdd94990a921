import { expect, test } from 'vitest';
import { expectedContent, GENERATED, presentContent } from '../../tools/generate.ts';

for (const file of GENERATED.filter(({ path }) => /^(schema|reporters|docs\/checks)\//.test(path))) {
  test(`${file.path} is up to date`, async () => {
    expect(presentContent(file) === (await expectedContent(file)), 'run npm run generate').toBe(true);
  });
}
