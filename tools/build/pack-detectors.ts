import { isDeepStrictEqual } from 'node:util';

import { toValue } from '../../detectors/build/assignment.ts';
import type { Detector, MatchRule } from '../../src/model/detector.ts';
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
    const { id, extract, pairsWith, nearby, identifier, helper, reference, marks, publicPrefix } = detector;
    const { pattern, paths, items, anchors: _, ...match } = detector.match;
    return {
      id,
      extract,
      pairsWith,
      nearby,
      identifier,
      helper,
      reference,
      marks,
      publicPrefix,
      ...(detector.checks !== undefined && { checks: numberOf(JSON.stringify(detector.checks), checks) }),
      match: {
        ...match,
        pattern: [share(pattern.source, shared), pattern.flags],
        ...(paths !== undefined && { paths: [paths.source, paths.flags] }),
        ...(items !== undefined && { items: [items.source, items.flags] }),
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
  return [FIELDS.map((name) => detector[name]), RULE_FIELDS.map((name) => detector.match[name])];
}

const FIELDS = fieldsOf<Omit<Detector, 'match' | 'examples'>>({
  id: 0,
  title: 0,
  provider: 0,
  kind: 0,
  identity: 0,
  severity: 0,
  checks: 0,
  extract: 0,
  pairsWith: 0,
  nearby: 0,
  identifier: 0,
  helper: 0,
  reference: 0,
  marks: 0,
  rotate: 0,
  verify: 0,
  docs: 0,
  publicPrefix: 0,
});

const RULE_FIELDS = fieldsOf<MatchRule>({
  anchors: 0,
  ignoreCase: 0,
  pattern: 0,
  lookBehind: 0,
  before: 0,
  maxLength: 0,
  proof: 0,
  paths: 0,
  multiLine: 0,
  wholeText: 0,
  items: 0,
  encoded: 0,
  ends: 0,
});

/** Every field of a type: one that is added to the type has to be added here. */
function fieldsOf<T>(fields: Readonly<Record<keyof T, 0>>): readonly (keyof T)[] {
  return Object.keys(fields) as (keyof T)[];
}
