import type { PathStep, PrivilegePath } from '../../model/access.ts';
import type { ChainLink, StoreReader } from '../../model/chain.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { counted } from '../secrets/place-in-words.ts';
import { inWords } from '../sharing/uses.ts';
import type { ChainFacts } from './chain-facts.ts';
import { isAdministrator } from './rank.ts';

/** More ways or stores would not be read. */
const SHOWN = 10;
/** Statements told of one step. */
const SHOWN_REASONS = 3;

const CERTAINTY: Readonly<Record<PathStep['certainty'], string>> = {
  certain: 'every step is certain',
  'existing-resource': 'a step needs something that is not shown to exist',
  condition: 'a step depends on a condition that could not be decided',
};

/** Its ways to administrator and to what is critical. */
export function pathLink(identity: Identity, { paths, reach }: ChainFacts): ChainLink {
  const own = paths?.get(identity.id) ?? [];
  const power = reach.get(identity.id)?.power;
  if (own.length > 0) {
    const targets = own.slice(0, SHOWN);
    return {
      kind: 'path',
      known: true,
      ids: targets.map(({ id }) => id),
      says: targets.map((path) => wayInWords(path)).join(' '),
      details: targets.flatMap((path) => pathDetails(path, targets.length > 1)),
    };
  }
  if (isAdministrator(power)) return bare(true, 'It has all rights of its account already: it is an administrator.');
  if (power !== undefined) {
    const how = paths === undefined ? 'ways were not worked out step by step' : 'no way was found step by step';
    return bare(true, `By its policies it ${power}; ${how}.`);
  }
  if (identity.provider !== 'aws') return bare(false, 'Ways to more rights are worked out for AWS alone.');
  return paths === undefined
    ? bare(false, 'Ways to more rights were not looked for.')
    : bare(true, 'No way to administrator or to anything critical was found.');
}

function bare(known: boolean, says: string): ChainLink {
  return { kind: 'path', known, ids: [], says, details: [] };
}

function wayInWords({ target, steps, certainty }: PrivilegePath): string {
  const where = target === 'administrator' ? 'administrator' : target;
  return `It comes to ${where} in ${counted(steps.length, 'step')}; ${CERTAINTY[certainty]}.`;
}

function pathDetails({ target, steps, cut }: PrivilegePath, several: boolean): readonly Evidence[] {
  return [
    ...(several ? [{ what: `To ${target}:` }] : []),
    ...steps.flatMap((step, index) => stepDetails(step, index + 1)),
    { what: `What cuts it: ${cut}` },
  ];
}

function stepDetails({ says, needs, reasons }: PathStep, number: number): readonly Evidence[] {
  return [
    { what: `${number}. ${says}${needs === undefined ? '' : ` Needs: ${needs}`}` },
    ...reasons.slice(0, SHOWN_REASONS).map(({ says: why, place }) => ({ what: why, place })),
  ];
}

const WAY: Readonly<Record<StoreReader['way'], string>> = {
  holder: 'reads it now',
  'self-grant': 'can let itself read it',
  deployment: 'comes to it through a template deployment',
  hop: 'can act as somebody who reads it',
};

/** Secret stores that it reads, or can come to. */
export function storesLink(identity: Identity, { reach, stores }: ChainFacts): ChainLink {
  const own = reach.get(identity.id)?.stores ?? [];
  if (own.length === 0) {
    const says = 'No secret store that it can read stands in what was read.';
    return { kind: 'stores', known: false, ids: [], says, details: [] };
  }
  const byStore = Map.groupBy(own, ({ store }) => store);
  const names = [...byStore.keys()].map((id) => stores.get(id)?.name ?? id);
  const more = names.length > SHOWN ? [`${names.length - SHOWN} more`] : [];
  return {
    kind: 'stores',
    known: true,
    ids: [...byStore.keys()],
    says: `It can come to ${names.length === 1 ? 'the secret store' : 'the secret stores'} ${inWords([...names.slice(0, SHOWN), ...more])}.`,
    details: [...byStore].slice(0, SHOWN).flatMap(([id, readers]) => storeDetails(id, readers, stores)),
  };
}

function storeDetails(id: string, readers: readonly StoreReader[], stores: ChainFacts['stores']): readonly Evidence[] {
  const store = stores.get(id);
  const name = store?.name ?? id;
  const secrets = store?.secrets.filter(({ status }) => status !== 'inactive') ?? [];
  const held = secrets.slice(0, 5).map(({ name: secret }) => secret);
  const rest = secrets.length - held.length;
  const [place] = store?.places ?? [];
  return [
    {
      what:
        `${name}: it ${inWords([...new Set(readers.map(({ way }) => WAY[way]))])}` +
        (held.length === 0 ? '.' : `. It keeps ${inWords([...held, ...(rest > 0 ? [`${rest} more`] : [])])}.`),
      ...(place !== undefined && { place }),
    },
    ...readers.flatMap(({ steps }) => steps.flatMap((step, index) => stepDetails(step, index + 1))),
  ];
}
