import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const ALL = ['test/**/*.test.ts'];
/** Those that run the command, from its bundle. */
const COMMAND = ['test/cli/**/*.test.ts'];
/** Those that need a process to themselves: what they use is kept for as long as that lives, or they watch it as a whole. */
const ALONE = ['test/{bench,fuzz,store,tools}/**/*.test.ts', 'test/history/paranoid.test.ts'];

const shared = {
  setupFiles: ['test/support/setup.ts'],
  testTimeout: 30_000,
  // Hooks start browsers and build repositories, as tests do.
  hookTimeout: 30_000,
  pool: 'forks',
  // By default one core is left idle, which on two cores is half of them.
  maxWorkers: availableParallelism(),
} as const;

export default defineConfig({
  test: {
    ...shared,
    include: ALL,
    // They extend nothing: the lists of files above would be added to theirs.
    projects: [
      {
        extends: false,
        test: {
          ...shared,
          name: 'together',
          include: ALL,
          exclude: [...configDefaults.exclude, ...COMMAND, ...ALONE],
          isolate: false,
        },
      },
      {
        extends: false,
        test: {
          ...shared,
          name: 'command',
          include: COMMAND,
          globalSetup: ['test/support/command.ts'],
          // Loaded by Node as users do, not transformed.
          server: { deps: { external: [/\/bitting-command-\w+\//] } },
        },
      },
      {
        extends: false,
        test: { ...shared, name: 'alone', include: ALONE },
      },
    ],
  },
});
