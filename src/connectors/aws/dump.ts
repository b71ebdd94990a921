import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { accountOfArn } from '../../model/aws.ts';
import type { CollectedFacts } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { CoverageRow, Source } from '../../model/source.ts';
import { accountFacts } from './account-facts.ts';
import { kindOfAnswer } from './answers/index.ts';
import type { LastUse } from './answers/reader.ts';
import { AnswerReader } from './answers/reader.ts';
import type { AuthorizationDetails } from './authorization-details.ts';
import { readPages } from './authorization-details.ts';
import {
  collectedAccount,
  collectedGaps,
  collectedKeys,
  collectedProviderRows,
  collectedProviders,
  collectedUsers,
} from './collected-facts.ts';
import { readCredentialReport } from './credential-report.ts';
import type { DumpContent, KnownAnswer } from './dump-content.ts';
import { readDumpFile } from './dump-content.ts';
import { dumpError } from './dump-error.ts';
import type { ReadAwsDump } from './dump-format.ts';
import { mergeIdentities } from '../../model/merge-identity.ts';
import { mergeKeys } from './merge.ts';
import type { OrganizationParts } from './organization-parts.ts';
import type { Providers } from './trusts.ts';
import { NO_PROVIDERS } from './trusts.ts';

const EXAMPLES = 10;

type Read = Omit<CollectedFacts, 'source' | 'organizationAccounts'> & { readonly gaps: readonly CoverageRow[] };

/** Facts of a file, with what makes sense only together with other files of the account or the organisation. */
export interface AwsDumpFacts extends CollectedFacts {
  /** The folder that the file lies in. */
  readonly folder: string;
  /** Accounts that the file is of, as far as it tells. */
  readonly accounts: ReadonlySet<string>;
  readonly organization: OrganizationParts;
  readonly lastUses: readonly LastUse[];
}

/**
 * Reads a saved export of an AWS account or organisation, recognised by its content and never by its name: answers of
 * the AWS command line in any number and order (docs/collect-aws.md lists them), the credential report (CSV, or JSON with
 * `Content`), or a dump that `bitting collect aws` wrote.
 *
 * What cannot be read of a file becomes coverage rows. No value of the file is ever quoted in an error.
 *
 * @param file path of the file.
 * @throws BittingError BITTING_E_DUMP_INVALID when nothing of the file can be used.
 */
export async function readAwsDump(file: string): Promise<AwsDumpFacts> {
  return dumpFacts([{ file, ...(await readDumpFile(file)) }]);
}

/** A file that was read, and what it turned out to be. */
export interface ReadFile {
  readonly file: string;
  readonly content: DumpContent;
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/**
 * Facts of a file; or of several, when they hold the pages of one account's authorisation details.
 *
 * @throws BittingError BITTING_E_DUMP_INVALID when nothing of it can be used.
 */
export function dumpFacts(files: readonly [ReadFile, ...ReadFile[]]): AwsDumpFacts {
  const [{ file, content, digest }] = files;
  const account = files.map(accountOf).find((found) => found !== undefined);
  const label = labelOfContent(content);
  const name = `aws ${account ?? basename(file)} ${label}`;
  const id = `aws-dump:${account ?? basename(file)}/${label.replaceAll(' ', '-')}`;
  const reader = new AnswerReader(id);
  if (account !== undefined) reader.accounts.add(account);
  const read = factsOf(joined(files), reader, file);
  const gaps = read.gaps.map(({ what }) => what);
  const source: Source = {
    id,
    kind: 'aws-dump',
    name,
    locator: files.map((each) => each.file).join(', '),
    status: gaps.length === 0 ? 'read' : 'partial',
    ...(gaps[0] === undefined ? {} : { why: whyPartial(gaps[0], gaps.length) }),
    digest: files.length === 1 ? digest : digestOf(files),
  };
  const { gaps: rows, coverage, ...facts } = read;
  return {
    ...facts,
    source,
    coverage: [...coverage, ...rows],
    folder: dirname(file),
    accounts: reader.accounts,
    organization: reader.organization,
    lastUses: reader.lastUses,
  };
}

function digestOf(files: readonly ReadFile[]): string {
  return createHash('sha256')
    .update(files.map(({ digest }) => digest).join(' '))
    .digest('hex');
}

export function labelOfContent(content: DumpContent): string {
  return content.kind === 'answers' ? content.label : content.kind;
}

/** Answers of several files as those of one. */
function joined(files: readonly [ReadFile, ...ReadFile[]]): DumpContent {
  const [{ content }] = files;
  if (files.length === 1 || content.kind !== 'answers') return content;
  const all = files.flatMap((each) => (each.content.kind === 'answers' ? [each.content] : []));
  return {
    ...content,
    answers: all.flatMap(({ answers }) => answers),
    unknown: {
      count: all.reduce((sum, { unknown }) => sum + unknown.count, 0),
      examples: all.flatMap(({ unknown }) => unknown.examples).slice(0, EXAMPLES),
    },
  };
}

export function whyPartial(first: string, count: number): string {
  return count === 1 ? first : `${first} Coverage lists ${count} gaps.`;
}

/** Account of the first ARN that names one, or the one that the file's folder is named after. */
export function accountOf({ content, file }: Pick<ReadFile, 'content' | 'file'>): string | undefined {
  return accountTold(content) ?? /^\d{12}$/.exec(basename(dirname(file)))?.[0];
}

function accountTold(content: DumpContent): string | undefined {
  switch (content.kind) {
    case 'credential report':
      return accountOfArn(/,"?(arn:[^,"\s]+)/.exec(content.csv.slice(0, 100_000))?.[1] ?? '');
    case 'collected':
      return collectedAccount(content.dump) ?? accountIn(content.dump.authorizationDetails, 3);
    case 'answers':
      for (const { answer } of content.answers.slice(0, 100)) {
        const account = accountIn(answer.fields, 2);
        if (account !== undefined) return account;
      }
      return undefined;
  }
}

/** Account of the first ARN of an item, looking so many levels deep and at the first items of lists only. */
function accountIn(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null || depth < 0) return undefined;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 3)) {
      const account = accountIn(item, depth - 1);
      if (account !== undefined) return account;
    }
    return undefined;
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  for (const name of ['Arn', 'trustAnchorArn', 'profileArn']) {
    const arn = fields[name];
    const own = typeof arn === 'string' && /^arn:[a-z-]+:(?:iam|sts|rolesanywhere):/.test(arn);
    const account = own ? accountOfArn(arn) : undefined;
    if (account !== undefined) return account;
  }
  for (const inner of Object.values(fields)) {
    const account = accountIn(inner, depth - 1);
    if (account !== undefined) return account;
  }
  return undefined;
}

function factsOf(content: DumpContent, reader: AnswerReader, file: string): Read {
  switch (content.kind) {
    case 'credential report':
      return reportFacts(content.csv, reader.source, file);
    case 'answers':
      return answersFacts(content, reader, file);
    case 'collected':
      return collectedFacts(content.dump, reader, file);
  }
}

function answersFacts(
  { answers, unknown }: Extract<DumpContent, { kind: 'answers' }>,
  reader: AnswerReader,
  file: string,
): Read {
  const facts = answered(answers, reader, file);
  if (unknown.count === 0) return facts;
  const what = `Documents that are no answer of AWS that is known: ${unknown.count}. docs/collect-aws.md lists what is read.`;
  return {
    ...facts,
    gaps: [...facts.gaps, { ...row(reader.source, 'unreadable', unknown.count, what), examples: unknown.examples }],
  };
}

/** Facts of answers, those of authorisation details judged together. */
function answered(answers: readonly KnownAnswer[], reader: AnswerReader, file: string): Read {
  for (const { kind, answer } of answers) kind.read(answer, reader);
  const details =
    reader.detailPages.length === 0
      ? undefined
      : detailsFacts(detailsOf(reader.detailPages, file), reader.source, NO_PROVIDERS);
  return together([...(details === undefined ? [] : [details]), readerFacts(reader)]);
}

function readerFacts(reader: AnswerReader): Read {
  const rows = reader.coverage();
  return {
    ...NO_FACTS,
    ...reader.lists,
    coverage: rows.filter(({ outcome }) => outcome === 'read'),
    gaps: rows.filter(({ outcome }) => outcome !== 'read'),
  };
}

/** Lists of several readings, one behind the other. */
function together(readings: readonly Read[]): Read {
  const all = <K extends keyof Read>(name: K): Read[K][number][] => readings.flatMap((reading) => [...reading[name]]);
  return {
    ...NO_FACTS,
    identities: all('identities'),
    keys: all('keys'),
    grants: all('grants'),
    trusts: all('trusts'),
    resourcePolicies: all('resourcePolicies'),
    managedPolicies: all('managedPolicies'),
    uses: all('uses'),
    providers: all('providers'),
    coverage: all('coverage'),
    gaps: all('gaps'),
  };
}

function detailsOf(pages: readonly unknown[], file: string): AuthorizationDetails {
  const details = readPages(pages);
  if (!('badPage' in details)) return details;
  throw dumpError(file, `has a list in page ${details.badPage} that is no list`, 'Export it again');
}

function detailsFacts(details: AuthorizationDetails, source: string, providers: Providers): Read {
  const facts = accountFacts(source, details, providers);
  const gaps = [
    gap(
      source,
      'unreadable',
      facts.unreadable,
      'Policy documents that could not be read',
      'What they grant is not judged.',
    ),
    gap(source, 'unreadable', details.malformed, 'Entries of the dump that are malformed', 'They were left out.'),
    gap(
      source,
      'absent',
      facts.absent,
      'Attached policies and groups that the dump lacks',
      'Export it without --filter.',
    ),
  ].flat();
  if (details.truncated) {
    gaps.push(
      row(source, 'limited', 1, 'The last page says that more follow. Export the account without --max-items.'),
    );
  }
  if (facts.dropped > 0) {
    gaps.push(
      row(source, 'limited', facts.dropped, 'There are more grants than any account can hold; the rest was left out.'),
    );
  }
  return {
    ...NO_FACTS,
    identities: facts.identities,
    grants: facts.grants,
    trusts: facts.trusts,
    resourcePolicies: facts.resourcePolicies,
    managedPolicies: facts.managedPolicies,
    coverage: [row(source, 'read', facts.documents, 'Policy documents read.')],
    gaps,
  };
}

function reportFacts(csv: string, source: string, file: string): Read {
  const report = readCredentialReport(csv, source, file);
  return {
    ...NO_FACTS,
    identities: report.identities,
    keys: report.keys,
    coverage: [row(source, 'read', report.identities.length, 'Rows of the credential report read.')],
    gaps: gap(
      source,
      'unreadable',
      report.malformed,
      'Rows of the credential report that are malformed',
      'They were left out.',
    ),
  };
}

function collectedFacts(dump: ReadAwsDump, reader: AnswerReader, file: string): Read {
  const { source } = reader;
  const details = detailsFacts(detailsOf([dump.authorizationDetails], file), source, collectedProviders(dump));
  const csv = dump.credentialReport;
  const report = typeof csv === 'string' ? reportFacts(csv, source, file) : undefined;
  const known: KnownAnswer[] = [];
  for (const { operation, about, answer } of dump.answers ?? []) {
    const kind = kindOfAnswer(answer);
    if (kind === undefined) {
      reader.gap('unreadable', 'Answers of the dump that this version does not know. They were left out.', operation);
    } else known.push({ kind, answer: { fields: answer, ...(typeof about === 'string' ? { about } : {}) } });
  }
  const more = answered(known, reader, file);
  return {
    ...together([details, more]),
    identities: [
      ...mergeIdentities([
        ...details.identities,
        ...(report?.identities ?? []),
        ...collectedUsers(dump, source),
        ...more.identities,
      ]).values(),
    ],
    keys: mergeKeys([...collectedKeys(dump, source), ...(report?.keys ?? []), ...more.keys]),
    providers: [...collectedProviderRows(dump, source), ...more.providers],
    coverage: [...details.coverage, ...(report?.coverage ?? []), ...more.coverage],
    gaps: [...details.gaps, ...(report?.gaps ?? []), ...more.gaps, ...collectedGaps(dump, source)],
  };
}

function row(source: string, outcome: CoverageRow['outcome'], count: number, what: string): CoverageRow {
  return { source, outcome, unit: 'documents', count, what };
}

function gap(
  source: string,
  outcome: CoverageRow['outcome'],
  items: readonly string[],
  what: string,
  so: string,
): CoverageRow[] {
  if (items.length === 0) return [];
  return [
    { ...row(source, outcome, items.length, `${what}: ${items.length}. ${so}`), examples: items.slice(0, EXAMPLES) },
  ];
}
