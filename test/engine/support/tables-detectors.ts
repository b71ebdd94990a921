import { compileDetectors } from '../../../src/engine/compile.ts';
import { prefilterTables } from '../../../src/engine/prefilter.ts';
import { testDetector } from './detector.ts';

const known = testDetector('known', { anchors: ['zqk_'], pattern: /zqk_[a-z0-9]{8}/, proof: 'format' });
const unknown = testDetector('unknown', { anchors: ['zqm_'], pattern: /zqm_[a-z0-9]{8}/, proof: 'format' });
const inItsPlace = testDetector('unknown', { anchors: ['zqx_'], pattern: /zqx_[a-z0-9]{8}/, proof: 'format' });

export const detectors = [known, unknown];

/** Tables that search for the first detector, and for something else in the place of the second. */
export const tables = (): Uint8Array => prefilterTables(compileDetectors([known, inItsPlace]));
