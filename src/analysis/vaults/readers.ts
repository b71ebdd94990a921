import type { Graph } from '../../graph/graph.ts';
import type { PathStep } from '../../model/access.ts';
import type { Store } from '../../model/identity.ts';
import { type Becoming, BecomingIndex } from './becoming.ts';
import { type DirectReader, memberSteps, type VaultRight } from './direct-reader.ts';
import { directReaders } from './direct-readers.ts';
import { Rights } from './rights.ts';

/** Somebody who can come to what a vault keeps, with the chain that shows why. */
export interface VaultReader extends Omit<DirectReader, 'way'> {
  /**
   * `holder`: reads now. `self-grant`: can let himself read. `deployment`: through a template deployment. `hop`: by
   * acting as one of those.
   */
  readonly way: 'holder' | 'self-grant' | 'deployment' | 'hop';
}

export interface VaultAccess {
  readonly store: Store;
  readonly model: 'access policies' | 'role assignments' | 'not known';
  /** Holders first, then those who let themselves in, then hops; certain ones first. Each way of a principal once. */
  readonly readers: readonly VaultReader[];
  /** How many were left out because there are too many to tell. */
  readonly left: number;
  /** What could not be known, a sentence each. */
  readonly unknown: readonly string[];
}

/** Hops from one identity to the next: longer chains are real and seldom tell more. */
const MOST_HOPS = 4;
const MOST_ROWS = 200_000;
const MOST_A_VAULT = 5_000;
const LEAST_A_VAULT = 50;

const KNOWN = new WeakMap<Graph, ReadonlyMap<string, VaultAccess>>();

/**
 * Effective readers of every Azure key vault, by the id of its store: those who read it, those who can let themselves,
 * and those who can act as one of them. Pure; kept for the graph.
 *
 * Under access policies, role assignments on data count for nothing; under role assignments, access policies do:
 * https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-access-policy
 */
export function vaultReaders(graph: Graph): ReadonlyMap<string, VaultAccess> {
  let known = KNOWN.get(graph);
  if (known === undefined) {
    known = readersOf(graph);
    KNOWN.set(graph, known);
  }
  return known;
}

function readersOf(graph: Graph): ReadonlyMap<string, VaultAccess> {
  const vaults = graph.stores.filter(({ kind }) => kind === 'key-vault');
  const rights = new Rights(graph);
  const becoming = new BecomingIndex(graph, rights);
  const elevating = becoming.elevating();
  const most = Math.max(LEAST_A_VAULT, Math.min(MOST_A_VAULT, Math.floor(MOST_ROWS / Math.max(vaults.length, 1))));
  return new Map(
    vaults.map((store): [string, VaultAccess] => {
      const model = modelOf(store);
      if (model === 'not known') {
        const unknown = ['The settings of the vault were not read, so its permission model is not known.'];
        return [store.id, { store, model, readers: [], left: 0, unknown }];
      }
      const direct = directReaders(graph, rights, store);
      const all = distinct([...direct, ...hops(direct, elevating, becoming, rights, store)]);
      const readers = all.slice(0, most);
      return [
        store.id,
        { store, model, readers, left: all.length - readers.length, unknown: gaps(graph, rights, all) },
      ];
    }),
  );
}

function modelOf({ attributes }: Store): VaultAccess['model'] {
  switch (attributes['permission model']) {
    case 'access policies':
      return 'access policies';
    case 'Azure role assignments':
      return 'role assignments';
    default:
      return 'not known';
  }
}

interface Node {
  readonly rights: readonly VaultRight[];
  readonly only?: string;
  readonly steps: readonly PathStep[];
  readonly certain: boolean;
  readonly eligible: boolean;
  readonly depth: number;
}

/** Who can act as a reader, or as somebody who can: breadth first, so that the first way found is a shortest one. */
function hops(
  direct: readonly DirectReader[],
  elevating: readonly Becoming[],
  becoming: BecomingIndex,
  rights: Rights,
  store: Store,
): readonly VaultReader[] {
  const nodes = new Map<string, Node>();
  const found: VaultReader[] = [];
  const add = ({ member, step, eligible }: Becoming, node: Node): void => {
    const { id } = member.principal;
    if (nodes.has(id)) return;
    const steps = [...memberSteps(member), step, ...node.steps];
    const certain = node.certain && step.certainty === 'certain';
    const reached = {
      rights: node.rights,
      ...(node.only !== undefined && { only: node.only }),
      steps,
      eligible: eligible || node.eligible,
    };
    nodes.set(id, { ...reached, certain, depth: node.depth + 1 });
    found.push({
      ...reached,
      principal: id,
      words: member.principal.words,
      way: 'hop',
      certainty: certain ? 'certain' : 'condition',
    });
  };
  const everything: Node = { rights: ['secrets', 'keys'], steps: [], certain: true, eligible: false, depth: 0 };
  // What is certain first, so that a sure way is never hidden by one that depends.
  for (const certain of [true, false]) {
    for (const reader of direct) if ((reader.certainty === 'certain') === certain) addDirect(nodes, reader);
    // A map is gone through in the order of insertion, what is added on the way included.
    for (const [id, node] of nodes) {
      if (node.depth >= MOST_HOPS || (certain && !node.certain)) continue;
      const target = rights.principals.byId(id);
      if (target === undefined) continue;
      for (const one of becoming.of(target)) if (!certain || one.step.certainty === 'certain') add(one, node);
    }
    for (const one of elevating) {
      if (!certain || one.step.certainty === 'certain')
        add({ ...one, step: { ...one.step, to: store.id } }, everything);
    }
  }
  return found;
}

/** A group on the way is a way in, too: whoever can join it. */
function addDirect(nodes: Map<string, Node>, reader: DirectReader): void {
  const { rights, only, eligible, certainty, steps } = reader;
  for (const [index, { from }] of steps.entries()) {
    if (nodes.has(from)) continue;
    nodes.set(from, {
      rights,
      ...(only !== undefined && { only }),
      steps: steps.slice(index),
      certain: certainty === 'certain',
      eligible,
      depth: 0,
    });
  }
}

const WAYS: readonly VaultReader['way'][] = ['holder', 'self-grant', 'deployment', 'hop'];

/** Each way of a principal once, by its surest and shortest chain, with all that it gives. */
function distinct(readers: readonly VaultReader[]): readonly VaultReader[] {
  const byWay = new Map<string, VaultReader>();
  for (const reader of readers) {
    const key = `${reader.principal}\0${reader.way}\0${reader.only ?? ''}`;
    const known = byWay.get(key);
    if (known === undefined) byWay.set(key, reader);
    else {
      const better = rank(reader) < rank(known) ? reader : known;
      const rights = (['secrets', 'keys'] as const).filter(
        (right) => reader.rights.includes(right) || known.rights.includes(right),
      );
      byWay.set(key, { ...better, rights });
    }
  }
  const sorted = [...byWay.values()].map((reader) => ({
    reader,
    key: `${WAYS.indexOf(reader.way)}${reader.certainty === 'certain' ? 0 : 1}${reader.words}\0${reader.principal}\0${reader.only ?? ''}`,
  }));
  return sorted.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ reader }) => reader);
}

function rank({ certainty, eligible, steps }: VaultReader): number {
  return (certainty === 'certain' ? 0 : 1000) + (eligible ? 500 : 0) + steps.length;
}

function gaps(graph: Graph, rights: Rights, readers: readonly VaultReader[]): readonly string[] {
  const groups = readers.filter(({ principal, way }) => {
    return way !== 'hop' && graph.identityById.get(principal)?.kind === 'group';
  });
  const names = [...new Set(groups.map(({ words }) => words))];
  const directory = graph.identities.some(
    ({ provider, attributes }) => provider === 'azure' && attributes['object kind'] === 'service principal',
  );
  return [
    ...(rights.known
      ? []
      : ['Role assignments were not read, so it is not known who may change the vault or assign roles at it.']),
    ...(names.length > 0
      ? [
          `Members are not known of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}.`,
        ]
      : []),
    ...(directory
      ? []
      : ['Service principals of the directory were not read, so it is not known who owns or administers readers.']),
  ];
}
