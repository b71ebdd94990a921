import { readFileSync, readdirSync } from 'node:fs';
import { ciChecks } from '../../../src/analysis/ci/index.ts';
import { isCiFile, parseCiFile } from '../../../src/ci/index.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { CiJob } from '../../../src/model/ci-job.ts';
import type { CiFile, CiParseResult, Facts } from '../../../src/model/facts.ts';
import type { FilePlace, Place } from '../../../src/model/place.ts';

/** A file as the parsers are given it, from a source named `octo/app`. */
export function ciFile(path: string, text: string): CiFile {
  return { source: 'source-1', sourceName: 'octo/app', path, text };
}

/** CI files of a folder, by path. */
export function ciFilesOf(folder: string): readonly CiFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((full) => isCiFile(full.slice(folder.length + 1)))
    .sort()
    .map((full) => ciFile(full.slice(folder.length + 1), readFileSync(full, 'utf8')));
}

export function graphOf(facts: readonly Pick<Facts, 'jobs'>[]): Graph {
  return {
    sources: [],
    credentials: [],
    identities: [],
    keys: [],
    stores: [],
    grants: [],
    trusts: [],
    references: [],
    jobs: facts.flatMap(({ jobs }) => jobs),
    undecided: [],
    identityById: new Map(),
    grantsByIdentity: new Map(),
    trustsByIdentity: new Map(),
    domainOf: () => undefined,
    domainsOfCredential: () => [],
    comments: [],
    limits: [],
    guardrails: [],
    resourcePolicies: [],
    managedPolicies: [],
    uses: [],
    providers: [],
    assignments: [],
    organizationAccounts: [],
  };
}

const CONTEXT = {
  now: new Date('2026-01-01T00:00:00Z'),
  config: {
    domains: [],
    allowedShared: [],
    ownAccounts: [],
    exclude: [],
    defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
  },
};

/** Findings of all CI checks over jobs. */
export function findingsOf(facts: readonly Pick<Facts, 'jobs'>[]) {
  const graph = graphOf(facts);
  return ciChecks.flatMap((check) =>
    Array.from(check.run(graph, CONTEXT).findings, (draft) => ({ check: check.id, ...draft })),
  );
}

/** What the files of a case yield, short enough to be read: each place with the text that stands there. */
export function summarize(files: readonly CiFile[]) {
  const show = placeShower(files);
  const results = files.map((file) => parseCiFile(file));
  const facts = results.map((result) => result.facts);
  return {
    jobs: facts.flatMap(({ jobs }) => jobs.map((job) => summaryOfJob(job, show))),
    references: facts.flatMap(({ references }) =>
      references.map(({ kind, target, by }) => `${kind} ${target} by ${by?.split('#')[1] ?? '-'}`),
    ),
    attributes: facts.flatMap(({ identities }) =>
      identities.map(
        ({ name, attributes }) =>
          `${name}: ${Object.entries(attributes)
            .map((pair) => pair.join(' '))
            .join('; ')}`,
      ),
    ),
    findings: findingsOf(facts).map(({ check, severity, confidence, title, places }) => ({
      check: `${check} ${severity}, ${confidence} confidence`,
      title,
      places: places.map(show),
    })),
    problems: results.flatMap(({ problems }: CiParseResult) =>
      problems.map(({ what, place }) => `${show(place)} ${what}`),
    ),
  };
}

function summaryOfJob(job: CiJob, show: (place: Place) => string) {
  const entries = {
    id: job.id,
    workflow: job.workflow,
    at: show(job.place),
    triggers: job.triggers.join(' '),
    triggerPlace: job.triggerPlace && show(job.triggerPlace),
    environment: job.environment,
    permissions: job.permissions,
    permissionsPlace: job.permissionsPlace && show(job.permissionsPlace),
    secrets: job.secrets.map(({ name, place }) => `${name} at ${show(place)}`),
    inheritsSecrets: job.inheritsSecrets && show(job.inheritsSecrets),
    calls: job.calls,
    assumes: job.assumes.map(({ provider, identity, place }) => `${provider} ${identity} at ${show(place)}`),
    staticCloudKeys: job.staticCloudKeys.map(
      ({ provider, field, secret, place }) => `${provider} ${field} from ${secret ?? '-'} at ${show(place)}`,
    ),
    untrustedCheckouts: job.untrustedCheckouts.map(show),
    injections: job.injections?.map(({ expression, place }) => `${expression} at ${show(place)}`),
    selfHostedRunner: job.selfHostedRunner && show(job.selfHostedRunner),
    guarded: job.guarded || undefined,
  };
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

/** `line:column text`, the text cut at its first line's end. */
function placeShower(files: readonly CiFile[]): (place: Place) => string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return (place) => {
    if (place.kind !== 'file') return place.resource;
    return `${place.line}:${place.column} ${textAt(texts.get(place.path) ?? '', place)}`;
  };
}

/** Text between a place's start and end; of several lines, the first, with `…`. */
function textAt(text: string, place: FilePlace): string {
  const line = text.split('\n')[place.line - 1] ?? '';
  return place.line === place.endLine
    ? line.slice(place.column - 1, place.endColumn - 1)
    : `${line.slice(place.column - 1)}…`;
}
