import type { Place } from '../../../src/model/place.ts';
import type { Credential } from '../../../src/model/credential.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Identity, Store } from '../../../src/model/identity.ts';
import type { Report } from '../../../src/model/report.ts';
import { day, listed, placeText, resourceText, SEVERITIES, visible } from '../../text.ts';
import { NONE, type TableSpec } from '../table-builder.ts';
import type { Names } from './names.ts';

/** A list of values to filter by; nothing is a value too. */
function orNone(list: readonly string[]): readonly string[] {
  return list.length === 0 ? [NONE] : list.map((value) => visible(value));
}

function sourcesOf(places: readonly Place[], names: Names): readonly string[] {
  return orNone([...new Set(places.map(({ source }) => source))].map((source) => names.source(source)));
}

function firstPlace(places: readonly Place[]): string {
  const [first] = places;
  if (first === undefined) return '';
  const where = first.kind === 'file' ? placeText(first) : resourceText(first.resource);
  const others = new Set(places.map((place) => (place.kind === 'file' ? place.source + place.path : place.resource)));
  return `${where}${others.size > 1 ? ` +${others.size - 1}` : ''}`;
}

export function findingsTable(names: Names): TableSpec<Finding> {
  return {
    name: 'findings',
    one: 'finding',
    many: 'findings',
    columns: [
      { key: 'severity', label: 'Severity', kind: 'severity', of: ({ severity }) => [severity], order: SEVERITIES },
      { key: 'title', label: 'Finding', kind: 'link', of: ({ title }) => visible(title) },
      { key: 'place', label: 'Place', kind: 'code', of: ({ places }) => firstPlace(places) },
      { key: 'domain', label: 'Domain', kind: 'text', of: ({ domains }) => orNone(domains) },
      { key: 'source', label: 'Source', kind: 'text', of: ({ places }) => sourcesOf(places, names), hidden: true },
      { key: 'check', label: 'Check', kind: 'text', of: ({ check }) => [visible(check)], hidden: true },
      {
        key: 'confidence',
        label: 'Confidence',
        kind: 'text',
        of: ({ confidence }) => [confidence],
        order: ['high', 'medium', 'low'],
        hidden: true,
      },
      { key: 'owner', label: 'Owner', kind: 'text', of: (finding) => orNone(names.owners(finding)) },
      {
        key: 'framework',
        label: 'Framework',
        kind: 'text',
        of: ({ frameworks }) => orNone(frameworks.map(({ id }) => id)),
        hidden: true,
      },
    ],
  };
}

export function credentialsTable(names: Names): TableSpec<Credential> {
  return {
    name: 'credentials',
    one: 'credential',
    many: 'credentials',
    columns: [
      { key: 'severity', label: 'Severity', kind: 'severity', of: ({ severity }) => [severity], order: SEVERITIES },
      { key: 'type', label: 'Credential', kind: 'link', of: ({ title }) => [visible(title)] },
      { key: 'name', label: 'Shown as', kind: 'text', of: ({ keyId, preview }) => visible(keyId ?? preview) },
      { key: 'state', label: 'State', kind: 'text', of: ({ state }) => [state], hidden: true },
      { key: 'place', label: 'Place', kind: 'code', of: ({ places }) => firstPlace(places) },
      { key: 'domain', label: 'Domain', kind: 'text', of: ({ domains }) => orNone(domains) },
      {
        key: 'identity',
        label: 'Identity',
        kind: 'code',
        of: (c) => (c.identity ? names.subject(c.identity).text : ''),
      },
      { key: 'used', label: 'Last used', kind: 'text', of: ({ lastUsed }) => (lastUsed ? day(lastUsed) : '') },
    ],
  };
}

export function identitiesTable(): TableSpec<Identity> {
  return {
    name: 'identities',
    one: 'identity',
    many: 'identities',
    columns: [
      { key: 'name', label: 'Identity', kind: 'link', of: ({ name }) => visible(name) },
      { key: 'kind', label: 'Kind', kind: 'text', of: ({ kind }) => [kind.replaceAll('-', ' ')] },
      { key: 'provider', label: 'Provider', kind: 'text', of: ({ provider }) => [visible(provider)] },
      { key: 'account', label: 'Account', kind: 'text', of: ({ account }) => visible(account ?? '') },
      { key: 'domain', label: 'Domain', kind: 'text', of: ({ domains }) => orNone(domains) },
      { key: 'owner', label: 'Owner', kind: 'text', of: ({ owner }) => orNone(owner === undefined ? [] : [owner]) },
      { key: 'used', label: 'Last used', kind: 'text', of: ({ lastUsed }) => (lastUsed ? day(lastUsed) : '') },
    ],
  };
}

export function storesTable(): TableSpec<Store> {
  return {
    name: 'stores',
    one: 'store',
    many: 'stores',
    columns: [
      { key: 'name', label: 'Store', kind: 'link', of: ({ name }) => visible(name) },
      { key: 'kind', label: 'Kind', kind: 'text', of: ({ kind }) => [kind] },
      { key: 'scope', label: 'Belongs to', kind: 'text', of: ({ scope }) => visible(scope) },
      { key: 'secrets', label: 'Secrets', kind: 'text', of: ({ secrets }) => String(secrets.length) },
      { key: 'domain', label: 'Domain', kind: 'text', of: ({ domains }) => orNone(domains) },
    ],
  };
}

export function jobsTable(names: Names): TableSpec<Job> {
  return {
    name: 'jobs',
    one: 'CI job',
    many: 'CI jobs',
    columns: [
      { key: 'job', label: 'Job', kind: 'link', of: ({ workflow, job }) => `${visible(workflow)} › ${visible(job)}` },
      { key: 'source', label: 'Source', kind: 'text', of: ({ place }) => [names.source(place.source)] },
      { key: 'triggers', label: 'Starts on', kind: 'text', of: ({ triggers }) => orNone(triggers) },
      { key: 'secrets', label: 'Secrets', kind: 'text', of: (job) => secretsText(job) },
      {
        key: 'clouds',
        label: 'Becomes',
        kind: 'text',
        of: ({ assumes }) => listed(assumes.map(({ identity }) => resourceText(identity))),
      },
      { key: 'risk', label: 'To look at', kind: 'text', of: (job) => orNone(risks(job)) },
    ],
  };
}

type Job = Report['jobs'][number];

function secretsText({ secrets, inheritsSecrets }: Job): string {
  const names = [...new Set(secrets.map(({ name }) => visible(name)))];
  return listed([...names, ...(inheritsSecrets === undefined ? [] : ['all it can read (inherit)'])]);
}

function risks(job: Job): readonly string[] {
  return [
    ...(job.staticCloudKeys.length > 0 ? ['static cloud key'] : []),
    ...(job.untrustedCheckouts.length > 0 ? ['checks out outsiders’ code'] : []),
    ...(job.permissions === 'default' && job.system === 'github-actions' ? ['default token permissions'] : []),
    ...(job.permissions === 'write-all' ? ['token may write everything'] : []),
    ...(job.inheritsSecrets === undefined ? [] : ['passes on all secrets']),
    ...((job.injections ?? []).length > 0 ? ['pastes outsiders’ text into a script'] : []),
    ...(job.selfHostedRunner === undefined ? [] : ['self-hosted runner']),
  ];
}
