import { expect, test } from 'vitest';
import { lookUpTargets } from '../../src/sources/targets.ts';

test('the root folder is a target like any other, and holds every other', async () => {
  expect(await lookUpTargets(['/'])).toMatchObject([{ kind: 'folder', path: '/' }]);
  expect(await lookUpTargets([process.cwd(), '/', '/'])).toMatchObject([{ kind: 'folder', path: '/' }]);
});
