import type { CompiledDetector } from './compile.ts';
import type { SeenMatch } from './seen-match.ts';

/** Name of the fact that says why a secret has no id although ids stand near it. */
const PAIRING_FACT = 'pairing';
/** Ids longer than this are not looked for; it bounds how far back a search goes. */
const LONGEST_ID = 4096;
/** One id is nearer than another when the other is at least so many times as far away. */
const CLEARLY = 2;
/** Ids near one secret that are counted; more are as ambiguous. */
const MOST_COUNTED = 100;

/**
 * Gives secrets the key id and account of the id that another detector found close by, as an AWS secret access key with
 * its access key id. One id in reach is it. Where several are, they are told apart by order, where ids and secrets take
 * turns all through, and else by distance, where one is clearly the nearest; a secret for which neither decides stays
 * alone and says so. One that has an id keeps it.
 *
 * @param matches By position.
 */
export function pairWithIds(matches: readonly SeenMatch[], detectors: readonly CompiledDetector[]): SeenMatch[] {
  if (matches.length < 2) return [...matches];
  const of = (match: SeenMatch) => detectors[match.detector]!.detector;
  const byDetector = Map.groupBy(
    matches.filter(({ keyId }) => keyId !== undefined),
    (match) => of(match).id,
  );
  if (byDetector.size === 0) return [...matches];
  const turns = partnersByTurns(matches, detectors);
  const near = new Map<SeenMatch, readonly SeenMatch[]>();
  const chosen = new Map<SeenMatch, SeenMatch>();
  for (const match of matches) {
    const { pairsWith: rule } = of(match);
    if (rule === undefined || match.keyId !== undefined) continue;
    const ids = inReach(match, idsOf(byDetector, rule.detector), rule.withinBytes);
    const id = ids.length < 2 ? ids[0] : (turns.get(match) ?? clearlyNearest(match, ids));
    near.set(match, ids);
    if (id !== undefined) chosen.set(match, id);
  }
  const partners = withoutRivals(chosen);
  return matches.map((match) => {
    const partner = partners.get(match);
    const candidates = near.get(match)?.length ?? 0;
    const facts: Record<string, string> = {};
    for (const { detector, fact, withinBytes } of of(match).nearby ?? []) {
      const [first, second] = inReach(match, byDetector.get(detector) ?? [], withinBytes);
      if (first?.keyId !== undefined && second === undefined) facts[fact] = first.keyId;
    }
    if (partner?.facts['account'] !== undefined) facts['account'] = partner.facts['account'];
    if (partner === undefined && candidates > 0) facts[PAIRING_FACT] = ambiguous(candidates);
    return {
      ...match,
      ...(partner?.keyId !== undefined && { keyId: partner.keyId }),
      ...(Object.keys(facts).length > 0 && { facts: { ...match.facts, ...facts } }),
    };
  });
}

/** The fact's value. */
function ambiguous(candidates: number): string {
  return `ambiguous, ${candidates} ${candidates === 1 ? 'candidate for several secrets' : 'candidates'}`;
}

/** Of different secrets of one kind that chose one id, it is the one clearly nearest's, or nobody's. */
function withoutRivals(chosen: ReadonlyMap<SeenMatch, SeenMatch>): ReadonlyMap<SeenMatch, SeenMatch> {
  const partners = new Map<SeenMatch, SeenMatch>();
  const rivals = Map.groupBy(chosen.keys(), (secret) => `${secret.detector} ${chosen.get(secret)?.keyId}`);
  for (const secrets of rivals.values()) {
    const gap = (secret: SeenMatch): number => gapBetween(secret, chosen.get(secret)!);
    const [first, ...others] = secrets.toSorted((a, b) => gap(a) - gap(b));
    const second = others.find(({ fingerprint }) => fingerprint !== first!.fingerprint);
    if (second !== undefined && CLEARLY * Math.max(1, gap(first!)) > gap(second)) continue;
    for (const secret of secrets) {
      if (secret.fingerprint === first!.fingerprint) partners.set(secret, chosen.get(secret)!);
    }
  }
  return partners;
}

/** Detectors that a rule names. */
export function partnersOf(detector: string | readonly string[]): readonly string[] {
  return typeof detector === 'string' ? [detector] : detector;
}

/** By position. */
function idsOf(
  byDetector: ReadonlyMap<string, readonly SeenMatch[]>,
  detector: string | readonly string[],
): readonly SeenMatch[] {
  const [first = [], ...others] = partnersOf(detector).map((each) => byDetector.get(each) ?? []);
  return others.length === 0 ? first : [first, ...others].flat().sort((a, b) => a.start - b.start);
}

/** The nearest match of each id that stands no further away than `within` bytes. */
function inReach(match: SeenMatch, ids: readonly SeenMatch[], within: number): readonly SeenMatch[] {
  const nearest = new Map<string, SeenMatch>();
  for (let index = firstFrom(ids, match.start - within - LONGEST_ID); index < ids.length; index++) {
    const id = ids[index]!;
    if (id.start - match.end > within || nearest.size === MOST_COUNTED) break;
    if (id.keyId === undefined || gapBetween(match, id) > within) continue;
    const known = nearest.get(id.keyId);
    if (known === undefined || gapBetween(match, id) < gapBetween(match, known)) nearest.set(id.keyId, id);
  }
  return [...nearest.values()];
}

function clearlyNearest(match: SeenMatch, ids: readonly SeenMatch[]): SeenMatch | undefined {
  const [first, second] = ids.toSorted((a, b) => gapBetween(match, a) - gapBetween(match, b));
  if (first === undefined || second === undefined) return first;
  return CLEARLY * Math.max(1, gapBetween(match, first)) <= gapBetween(match, second) ? first : undefined;
}

/** Bytes between two matches. */
function gapBetween(a: SeenMatch, b: SeenMatch): number {
  return Math.max(0, b.start - a.end, a.start - b.end);
}

/**
 * Secrets with the id that is theirs by turns: in a stretch where no two neighbours are further apart than their
 * rule's reach, ids and secrets alternate from the first to the last, and there are as many of either.
 */
function partnersByTurns(
  matches: readonly SeenMatch[],
  detectors: readonly CompiledDetector[],
): ReadonlyMap<SeenMatch, SeenMatch> {
  const partners = new Map<SeenMatch, SeenMatch>();
  const rules = new Map<string, { readonly ids: ReadonlySet<string>; readonly secrets: SeenMatch[]; reach: number }>();
  for (const match of matches) {
    const { pairsWith: rule } = detectors[match.detector]!.detector;
    if (rule === undefined || match.keyId !== undefined) continue;
    const name = partnersOf(rule.detector).join(' ');
    const known = rules.get(name) ?? { ids: new Set(partnersOf(rule.detector)), secrets: [], reach: rule.withinBytes };
    known.secrets.push(match);
    known.reach = Math.min(known.reach, rule.withinBytes);
    rules.set(name, known);
  }
  for (const { ids, secrets, reach } of rules.values()) {
    if (secrets.length < 2) continue;
    const members = new Set(secrets);
    const both = matches.filter(
      (match) => members.has(match) || (match.keyId !== undefined && ids.has(detectors[match.detector]!.detector.id)),
    );
    for (const stretch of stretchesOf(both, reach)) pairByTurns(stretch, members, partners);
  }
  return partners;
}

/** Matches that follow each other within reach; what is written twice in a row counts once. */
function* stretchesOf(matches: readonly SeenMatch[], reach: number): Generator<readonly SeenMatch[]> {
  let stretch: SeenMatch[] = [];
  for (const match of matches) {
    const before = stretch.at(-1);
    if (before !== undefined && match.start - before.end > reach) {
      yield stretch;
      stretch = [];
    } else if (before?.fingerprint === match.fingerprint) continue;
    stretch.push(match);
  }
  yield stretch;
}

function pairByTurns(
  stretch: readonly SeenMatch[],
  secrets: ReadonlySet<SeenMatch>,
  partners: Map<SeenMatch, SeenMatch>,
): void {
  const isSecret = stretch.map((match) => secrets.has(match));
  if (stretch.length % 2 === 1 || isSecret.some((secret, index) => index > 0 && secret === isSecret[index - 1])) return;
  for (let index = 0; index < stretch.length; index += 2) {
    const [first, second] = [stretch[index]!, stretch[index + 1]!];
    if (isSecret[index] === true) partners.set(first, second);
    else partners.set(second, first);
  }
}

function firstFrom(ids: readonly SeenMatch[], offset: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
