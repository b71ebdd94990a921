// The tests that a changed check or judge must fail: `npm run mutate` runs them once for each change.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/engine/{checks,generic,private-key,stand-ins}*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 30_000,
  },
});
