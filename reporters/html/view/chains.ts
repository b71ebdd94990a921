import type { PathStep, PrivilegePath } from '../../../src/model/access.ts';
import type { ChainLink, CredentialChain, ReachClass } from '../../../src/model/chain.ts';
import type { Evidence } from '../../../src/model/finding.ts';
import type { LongReport } from '../../../src/model/report.ts';
import { count, historyText, placeText, resourceText, visible } from '../../text.ts';
import { recordHref } from '../rows.ts';
import type { Names } from './names.ts';
import type { Page } from './page.ts';

/** Details written of each link, and ways of identities; the rest is told by number. */
const SHOWN_DETAILS = 12;
const SHOWN_PATHS = 100;
/** Statements told of one step. */
const SHOWN_REASONS = 2;

const LINKS: Readonly<Record<ChainLink['kind'], string>> = {
  places: 'Where it stands',
  credential: 'What it is',
  identity: 'Whom it acts as',
  policies: 'Groups and policies',
  privileges: 'What that allows',
  path: 'Ways to more',
  stores: 'Secret stores',
  domains: 'Domains',
  owners: 'Owners',
};

const REACHES: Readonly<Record<ReachClass, string>> = {
  administrator: 'leads to administrator',
  'perhaps administrator': 'may lead to administrator',
  critical: 'leads to something critical',
  stores: 'leads to secret stores',
  rights: 'leads to rights',
  identity: 'leads to an identity',
  unknown: 'leads to nobody that is known',
};

const CERTAINTIES: Readonly<Record<PathStep['certainty'], string>> = {
  certain: 'certain',
  'existing-resource': 'needs something that exists',
  condition: 'depends on a condition',
};

/** Whether the report has anything for this section: reports of older versions have not. */
export function hasChains({ chains = [], paths = [] }: LongReport): boolean {
  return chains.length + paths.length > 0;
}

/** From key to administrator: the worst credentials, link by link, and the ways of identities to more. */
export function chainsView({ report, names }: Page): object {
  const { chains = [], paths } = report;
  const left = (paths?.length ?? 0) - SHOWN_PATHS;
  return {
    chains: chains.map((chain, index) => chainView(chain, index + 1, names)),
    looked: paths !== undefined,
    paths: (paths ?? []).slice(0, SHOWN_PATHS).map((path) => pathView(path, names)),
    left: left > 0 ? `${count(left, 'more way')} in report.json.` : undefined,
  };
}

function chainView(
  { credential, title, reaches, because, links }: CredentialChain,
  number: number,
  names: Names,
): object {
  return {
    anchor: `chain/${number}`,
    href: recordHref('credentials', credential),
    title: visible(title),
    reaches: REACHES[reaches],
    grave: ['administrator', 'perhaps administrator', 'critical'].includes(reaches),
    because: because.map((each) => visible(each)).join('; '),
    links: links.map(({ kind, known, says, details }) => {
      const left = details.length - SHOWN_DETAILS;
      return {
        title: LINKS[kind],
        unknown: !known,
        says: visible(says),
        details: details.slice(0, SHOWN_DETAILS).map((detail) => detailView(detail, names)),
        left: left > 0 ? `${count(left, 'more line')} in report.json.` : undefined,
      };
    }),
  };
}

function detailView({ what, place }: Evidence, names: Names): object {
  // Commands stand between backticks for those who read it as text.
  const text = visible(what).replaceAll('`', '');
  if (place === undefined) return { what: text };
  return {
    what: text,
    source: names.source(place.source),
    where: place.kind === 'file' ? placeText(place) : resourceText(place.resource),
    past: place.kind === 'file' ? historyText(place) : place.field === undefined ? '' : visible(place.field),
  };
}

function pathView({ principal, target, steps, certainty, cut }: PrivilegePath, names: Names): object {
  return {
    who: names.subject(principal),
    target: target === 'administrator' ? { text: 'administrator' } : names.subject(target),
    certainty: CERTAINTIES[certainty],
    cut: visible(cut),
    steps: steps.map(({ says, needs, certainty: sure, reasons }) => ({
      says: visible(says),
      sure: CERTAINTIES[sure],
      needs: needs === undefined ? undefined : visible(needs),
      reasons: reasons.slice(0, SHOWN_REASONS).map(({ says: why, place }) => detailView({ what: why, place }, names)),
    })),
  };
}
