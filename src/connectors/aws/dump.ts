import { basename } from 'node:path';
import { accountOfArn } from '../../model/aws.ts';
import type { CollectedFacts } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { CoverageRow, Source } from '../../model/source.ts';
import { accountFacts } from './account-facts.ts';
import type { AuthorizationDetails } from './authorization-details.ts';
import {
  collectedAccount,
  collectedGaps,
  collectedKeys,
  collectedProviders,
  collectedUsers,
} from './collected-facts.ts';
import { readCredentialReport } from './credential-report.ts';
import type { DumpContent } from './dump-content.ts';
import { readDumpFile } from './dump-content.ts';
import type { ReadAwsDump } from './dump-format.ts';
import { mergeIdentities } from '../../model/merge-identity.ts';
import { listedKeys } from './access-key-list.ts';
import { mergeKeys } from './merge.ts';
import type { Providers } from './trusts.ts';
import { NO_PROVIDERS } from './trusts.ts';

const EXAMPLES = 10;

type Read = Omit<CollectedFacts, 'source'> & { readonly gaps: readonly CoverageRow[] };

/**
 * Reads a saved export of an AWS account, recognised by its content: account authorisation details (either encoding of
 * policy documents, one page or many), the credential report (CSV, or JSON with `Content`), listings of access keys, or
 * a dump that `bitting collect aws` wrote.
 *
 * Single documents that cannot be read become coverage rows. No value of the file is ever quoted in an error.
 *
 * @param file path of the file.
 * @throws BittingError BITTING_E_DUMP_INVALID when nothing of the file can be used.
 */
export async function readAwsDump(file: string): Promise<CollectedFacts> {
  const { content, digest } = await readDumpFile(file);
  const account = accountOf(content);
  const name = `aws ${account ?? basename(file)} ${content.kind}`;
  const id = `aws-dump:${account ?? basename(file)}/${content.kind.replaceAll(' ', '-')}`;
  const read = factsOf(content, id, file);
  const gaps = read.gaps.map(({ what }) => what);
  const source: Source = {
    id,
    kind: 'aws-dump',
    name,
    locator: file,
    status: gaps.length === 0 ? 'read' : 'partial',
    ...(gaps[0] === undefined
      ? {}
      : { why: gaps.length === 1 ? gaps[0] : `${gaps[0]} Coverage lists ${gaps.length} gaps.` }),
    digest,
  };
  const { gaps: rows, coverage, ...facts } = read;
  return { ...facts, source, coverage: [...coverage, ...rows] };
}

/** Account of the first ARN that names one. */
function accountOf(content: DumpContent): string | undefined {
  if (content.kind === 'credential report') {
    return accountOfArn(/,"?(arn:[^,"\s]+)/.exec(content.csv.slice(0, 100_000))?.[1] ?? '');
  }
  if (content.kind === 'access keys') return undefined;
  const recorded = content.kind === 'collected' ? collectedAccount(content.dump) : undefined;
  const { users, roles, groups } = content.details;
  return recorded ?? accountOfArn((users[0] ?? roles[0] ?? groups[0])?.Arn ?? '');
}

function factsOf(content: DumpContent, source: string, file: string): Read {
  switch (content.kind) {
    case 'authorization details':
      return detailsFacts(content.details, source, NO_PROVIDERS);
    case 'credential report':
      return reportFacts(content.csv, source, file);
    case 'access keys':
      return { ...NO_FACTS, ...listedKeys(content.pages, source, file) };
    case 'collected':
      return joinedFacts(content.dump, content.details, source, file);
  }
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

function joinedFacts(dump: ReadAwsDump, collected: AuthorizationDetails, source: string, file: string): Read {
  const details = detailsFacts(collected, source, collectedProviders(dump));
  const csv = dump.credentialReport;
  const report = typeof csv === 'string' ? reportFacts(csv, source, file) : undefined;
  return {
    ...details,
    identities: [
      ...mergeIdentities([
        ...details.identities,
        ...(report?.identities ?? []),
        ...collectedUsers(dump, source),
      ]).values(),
    ],
    keys: mergeKeys([...collectedKeys(dump, source), ...(report?.keys ?? [])]),
    coverage: [...details.coverage, ...(report?.coverage ?? [])],
    gaps: [...details.gaps, ...(report?.gaps ?? []), ...collectedGaps(dump, source)],
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
