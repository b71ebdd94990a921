import type { FuzzCase, FuzzTarget, OpenTarget } from './fuzz-target.ts';

/** Targets that go wrong in their third case, each in its own way, to see that it is noticed. */
function target(name: string, thirdCase: () => void | Promise<void>, more: Partial<OpenTarget> = {}): FuzzTarget {
  let number = 0;
  return {
    name,
    promise: 'Nothing.',
    share: 1,
    open: () => ({
      ...more,
      make: (random): FuzzCase => ({
        input: { word: random.word() },
        run: () => (++number === 3 ? thirdCase() : undefined),
      }),
    }),
  };
}

let held = 0;

const targets: readonly FuzzTarget[] = [
  target('works', () => {}),
  target('hangs', () => {
    for (;;);
  }),
  target('throws', () => {
    throw new Error('the third case is wrong');
  }),
  target(
    'grows',
    () => {
      held = 5000;
    },
    { heldBytes: () => held, heldLimit: 1000 },
  ),
];
export default targets;
