import { trustChecks } from '../../../../src/analysis/trust/index.ts';
import { runChecks } from '../../../../src/analysis/run-checks.ts';
import { readPolicyDocument } from '../../../../src/connectors/aws/policy-document.ts';
import { NO_PROVIDERS, trustsOf } from '../../../../src/connectors/aws/trusts.ts';
import { buildGraph } from '../../../../src/graph/build-graph.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import type { Config } from '../../../../src/model/config.ts';
import { NO_FACTS } from '../../../../src/model/facts.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import type { Grant } from '../../../../src/model/grant.ts';
import type { Identity } from '../../../../src/model/identity.ts';
import type { ResourcePlace } from '../../../../src/model/place.ts';
import type { Source } from '../../../../src/model/source.ts';
import { CONFIG, NOW } from '../../privilege/support/aws-fixtures.ts';

/** A statement of a trust policy as it is written. */
export type Statement = Readonly<Record<string, unknown>>;

export interface RoleCase {
  readonly name: string;
  readonly account?: string;
  readonly trust: readonly Statement[];
  /** Statements of an inline policy. */
  readonly policy?: readonly Statement[];
}

export const OWN = '111122223333';
const DUMP: Source = { id: 'source-aws', kind: 'aws-dump', name: 'aws', locator: 'aws.json', status: 'read' };

export function arnOf(name: string, account = OWN): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

function statementsOf(statements: readonly Statement[]) {
  const read = readPolicyDocument({ Version: '2012-10-17', Statement: statements });
  if ('problem' in read) throw new Error(read.problem);
  return read.statements;
}

const place = (arn: string, field?: string): ResourcePlace => ({
  kind: 'resource',
  source: DUMP.id,
  provider: 'aws',
  resource: arn,
  ...(field === undefined ? {} : { field }),
});

/** Facts of roles, as the reader of a dump gives them. */
function rolesFacts(roles: readonly RoleCase[]): Facts {
  return {
    ...NO_FACTS,
    identities: roles.map(({ name, account = OWN }): Identity => ({
      id: arnOf(name, account),
      provider: 'aws',
      kind: 'role',
      name,
      account,
      tags: {},
      attributes: { path: '/' },
      places: [place(arnOf(name, account))],
      domains: [],
    })),
    grants: roles.flatMap(({ name, account, policy }): Grant[] =>
      policy === undefined
        ? []
        : [
            {
              identity: arnOf(name, account),
              policy: 'inline',
              through: 'inline',
              statements: statementsOf(policy),
              place: place(arnOf(name, account), 'RolePolicyList'),
            },
          ],
    ),
    trusts: roles.flatMap(({ name, account, trust }) =>
      trustsOf(arnOf(name, account), statementsOf(trust), NO_PROVIDERS, place(arnOf(name, account))),
    ),
  };
}

export function trustGraph(
  roles: readonly RoleCase[],
  {
    facts = [],
    sources = [],
    config = CONFIG,
  }: { facts?: readonly Facts[]; sources?: readonly Source[]; config?: Config } = {},
): Graph {
  return buildGraph({
    sources: [DUMP, ...sources],
    sightings: [],
    facts: [rolesFacts(roles), ...facts],
    detectors: [],
    config,
  });
}

/** Findings of every trust check. */
export function trustFindings(graph: Graph, config: Config = CONFIG): readonly Finding[] {
  return [...runChecks(graph, trustChecks, { now: NOW, config }).findings];
}

/** `severity check` of each, sorted. */
export function inShort(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, check }) => `${severity} ${check}`).sort();
}
