import { testDetector } from '../engine/support/detector.ts';

/** Finds words of the form `NEEDLE_…` and shows them whole. */
export const detectors = [
  testDetector('needle', { anchors: ['NEEDLE_'], pattern: /NEEDLE_\w+/, proof: 'format' }, { identifier: true }),
];
