import type { Graph } from '../../graph/graph.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Identity } from '../../model/identity.ts';
import { ofIdentity } from '../identity-in-words.ts';

/** A key that AWS keeps a record of, with whom it authenticates where that is known. */
export interface HeldKey {
  readonly key: KeyFact;
  readonly holder?: Identity;
}

/** Keys of AWS whose slot begins so, such as `AWS_SLOT.ssh`. */
export function keysInSlot(graph: Graph, slot: string): readonly HeldKey[] {
  return graph.keys
    .filter((key) => key.provider === 'aws' && key.slot?.startsWith(slot) === true)
    .map((key) => held(graph, key));
}

export function held(graph: Graph, key: KeyFact): HeldKey {
  const holder = graph.identityById.get(key.identity);
  return holder === undefined ? { key } : { key, holder };
}

/** ` of AWS user ci`; nothing for what belongs to no identity, such as the certificate of a server. */
export function ofHolder({ holder }: HeldKey): string {
  return holder === undefined ? '' : ofIdentity(holder, '');
}

/** Ids that a finding about the key is about. */
export function subjectsOf({ key }: HeldKey): readonly string[] {
  return [key.identity];
}

/** `on 2026-05-01`, or what people read where it is not known. */
export function onDay(time: string | undefined): string {
  return time === undefined ? 'at an unknown time' : `on ${time.slice(0, 10)}`;
}
