import { testDetector } from './detector.ts';

/** Ends its thread when asked about `crash.txt`, as a defect in native code or an exhausted heap would. */
class EndsThread extends RegExp {
  override test(path: string): boolean {
    return path === 'crash.txt' ? process.exit(3) : true;
  }
}

/** One that works, one whose pattern does not come back from `stuck_aaa…!`, and one that ends its worker. */
export const detectors = [
  testDetector('works', { anchors: ['zqk_'], pattern: /zqk_[a-z0-9]{8}/, proof: 'format' }),
  testDetector('sticks', {
    anchors: ['stuck_'],
    pattern: /stuck_(?=(?:a|a)+(?:a|a)+b)a/,
    proof: 'format',
    maxLength: 100,
  }),
  testDetector('crashes', { anchors: ['zqc_'], pattern: /zqc_x/, paths: new EndsThread(''), proof: 'format' }),
];
