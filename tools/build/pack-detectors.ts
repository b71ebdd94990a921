import { isDeepStrictEqual } from 'node:util';

import { toValue } from '../../detectors/build/assignment.ts';
import type { Detector } from '../../src/model/detector.ts';
import { share, unpackDetectors } from './unpack-detectors.ts';
import type { PackedRules, PackedText } from './unpack-detectors.ts';

/** Detectors as JSON, without their examples. */
export interface PackedDetectors {
  /** What every thread of every scan reads. */
  readonly rules: string;
  /** What is read when something was found. */
  readonly texts: string;
}

/**
 * Detectors as JSON: reading it takes a small part of the time that running a thousand modules does.
 *
 * @throws TypeError when a detector holds something that JSON cannot carry.
 */
export function packDetectors(detectors: readonly Detector[]): PackedDetectors {
  const checks = new Map<string, number>();
  const shared = [toValue];
  const rules: PackedRules['rules'] = detectors.map((detector) => {
    const { id, extract, pairsWith, identifier, reference, publicPrefix } = detector;
    const { pattern, paths, anchors: _, ...match } = detector.match;
    return {
      id,
      extract,
      pairsWith,
      identifier,
      reference,
      publicPrefix,
      ...(detector.checks !== undefined && { checks: numberOf(JSON.stringify(detector.checks), checks) }),
      match: {
        ...match,
        pattern: [share(pattern.source, shared), pattern.flags],
        ...(paths !== undefined && { paths: [paths.source, paths.flags] }),
      },
    };
  });
  const lists = [...checks.keys()].map((list) => JSON.parse(list) as PackedRules['checks'][number]);
  const texts: readonly PackedText[] = detectors.map(
    ({ title, provider, kind, identity, severity, rotate, docs, verify, match: { anchors } }) => ({
      title,
      provider,
      kind,
      identity,
      severity,
      rotate,
      docs,
      ...(verify !== undefined && { verify }),
      anchors,
    }),
  );
  const packed = { rules: JSON.stringify({ checks: lists, shared, rules }), texts: JSON.stringify(texts) };
  for (const [index, back] of unpackDetectors(packed.rules, () => packed.texts).entries()) {
    const detector = detectors[index];
    if (detector === undefined || !isDeepStrictEqual(contentOf(back), contentOf(detector))) {
      throw new TypeError(`The detector ${back.id} holds something that JSON cannot carry.`);
    }
  }
  return packed;
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** All that a detector says but its examples, whatever holds it. */
export function contentOf(detector: Detector): unknown {
  const { id, title, provider, kind, identity, severity, checks, extract, pairsWith } = detector;
  const { identifier, reference, rotate, verify, docs, publicPrefix } = detector;
  const { anchors, ignoreCase, pattern, lookBehind, maxLength, proof, paths, multiLine, before, wholeText } =
    detector.match;
  const rule = [anchors, ignoreCase, pattern, lookBehind, maxLength, proof, paths, multiLine, before, wholeText];
  const texts = [title, provider, kind, identity, severity, rotate, verify, docs];
  return [id, texts, rule, checks, extract, pairsWith, identifier, reference, publicPrefix];
}
