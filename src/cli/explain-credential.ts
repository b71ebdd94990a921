import { resolve } from 'node:path';

import * as z from 'zod';

import { readReport } from '../../reporters/read-report.ts';
import { wrap } from '../../reporters/terminal-text.ts';
import { historyText, placeText, visible } from '../../reporters/text.ts';
import { chainFactsOf } from '../analysis/chains/chain-facts.ts';
import { chainOf } from '../analysis/chains/chain-of.ts';
import { compareRanks, rankOf } from '../analysis/chains/rank.ts';
import type { ChainLink, CredentialChain } from '../model/chain.ts';
import type { Credential } from '../model/credential.ts';
import { BittingError } from '../model/errors.ts';
import type { Evidence } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';

const optionsSchema = z.object({ report: z.string().min(1), json: z.boolean().default(false) });

/** Fewest characters of an id that stand for the whole of it. */
const SHORTEST = 10;
const INDENT = 4;

/** `bitting explain credential`: where a credential of a report leads, link by link. */
export async function explainCredential(name: string, raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const report = await readReport(resolve(terminal.cwd, options.report));
  const facts = chainFactsOf(report);
  const now = new Date(report.run.finished);
  const [first, ...others] = named(name, report)
    .map((credential) => ({ credential, rank: rankOf(credential, facts, now) }))
    .toSorted((a, b) => isId(a.credential) - isId(b.credential) || compareRanks(a.rank, b.rank));
  if (first === undefined) {
    // What was given may be a value by mistake: it is not repeated.
    const message =
      'The report has no credential of that id. Ids stand under credentials in report.json and on their pages; a public ' +
      'key id, such as that of an AWS access key, names one too.';
    throw new BittingError('BITTING_E_TARGET_MISSING', message);
  }
  const chain = chainOf(first.credential, facts, now, first.rank);
  if (options.json) {
    terminal.out(`${JSON.stringify(chain, null, 2)}\n`);
    return;
  }
  for (const line of linesOf(chain, report, terminal.width)) terminal.out(`${line}\n`);
  const secrets = others.filter(({ credential }) => isId(credential) === 0);
  if (secrets.length > 0) {
    terminal.out('\nOther credentials of that id, each with a chain of its own:\n');
    for (const { credential } of secrets) terminal.out(`  ${visible(credential.id)}  ${visible(credential.title)}\n`);
  }
}

/** Those with the id or the key id, or the one whose id begins so. */
function named(name: string, { credentials }: Report): readonly Credential[] {
  const exact = credentials.filter(({ id, keyId }) => id === name || keyId === name);
  if (exact.length > 0 || name.length < SHORTEST) return exact;
  const beginning = credentials.filter(({ id }) => id.startsWith(name));
  return beginning.length === 1 ? beginning : [];
}

/** A public id tells less than the secret that goes with it. */
function isId({ severity, state }: Credential): number {
  return severity === 'info' && state === 'unmanaged' ? 1 : 0;
}

const TITLES: Readonly<Record<ChainLink['kind'], string>> = {
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

function* linesOf({ title, because, links }: CredentialChain, report: Report, width: number): Generator<string> {
  const sources = new Map(report.sources.map(({ id, name }) => [id, name]));
  yield* wrap(visible(title), width, 0);
  yield* wrap(`How it ranks: ${because.map((each) => visible(each)).join('; ')}.`, width, 2);
  for (const [index, { kind, known, says, details }] of links.entries()) {
    yield '';
    yield `${index + 1}. ${TITLES[kind]}${known ? '' : ' (not known)'}`;
    yield* wrap(`${' '.repeat(INDENT)}${visible(says)}`, width, INDENT);
    for (const detail of details) {
      yield* wrap(`${' '.repeat(INDENT)}- ${detailText(detail, sources)}`, width, INDENT + 2);
    }
  }
}

function detailText({ what, place }: Evidence, sources: ReadonlyMap<string, string>): string {
  if (place === undefined) return visible(what);
  const source = sources.get(place.source);
  const past = place.kind === 'file' ? historyText(place) : '';
  const where = `${source === undefined ? '' : `${visible(source)}: `}${placeText(place)}${past === '' ? '' : `, ${past}`}`;
  return `${visible(what)} [${where}]`;
}
