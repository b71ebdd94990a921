import { AWS_ATTRIBUTE } from '../../../src/model/aws.ts';
import type { CiJob } from '../../../src/model/ci-job.ts';
import type { Credential } from '../../../src/model/credential.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Identity, Store } from '../../../src/model/identity.ts';
import type { Place } from '../../../src/model/place.ts';
import { count, day, figure, listed, placeText, visible, visibleLines } from '../../text.ts';
import type { Detail, Link } from '../model.ts';
import { grantSentence, trustSentence } from './access.ts';
import { frameworkTitle } from './framework-titles.ts';
import { credentialLink, SHOWN_LINKS, type Links, type Names } from './names.ts';
import type { Page } from './page.ts';
import { placeGroups } from './places.ts';

const SHOWN_EVIDENCE = 50;

type Fact = Detail['facts'][number];
type Related = NonNullable<Detail['related']>[number];

export function findingDetail(finding: Finding, names: Names): Detail {
  const evidence = finding.evidence.slice(0, SHOWN_EVIDENCE);
  const left = finding.evidence.length - evidence.length;
  return {
    kind: 'Finding',
    title: visible(finding.title),
    severity: finding.severity,
    facts: [
      fact('Confidence', finding.confidence),
      fact('Check', finding.check),
      linked(
        'About',
        finding.subjects.map((subject) => names.subject(subject)),
      ),
      linked(
        'Domains',
        finding.domains.map((domain) => names.domain(domain)),
      ),
      fact('Owner', listed(names.owners(finding)) || 'nobody named'),
      linked(
        'Frameworks',
        finding.frameworks.map((ref) => ({ text: visible(`${ref.id} ${frameworkTitle(ref)}`.trim()) })),
      ),
      fact('Id', finding.id),
    ].filter(({ values }) => values.length > 0),
    remediation: visibleLines(finding.remediation),
    evidence: [
      ...evidence.map(({ what, place }) => ({ what: visible(what), ...where(place, names) })),
      ...(left > 0 ? [{ what: `${count(left, 'more sentence')} of evidence: see report.json.` }] : []),
    ],
    factors: finding.factors.map(({ what, effect }) => ({ what: visible(what), effect })),
    ...placeGroups(finding.places, names),
  };
}

export function credentialDetail(credential: Credential, names: Names): Detail {
  return {
    kind: 'Credential',
    title: `${visible(credential.title)} ${visible(credential.keyId ?? credential.preview)}`,
    severity: credential.severity,
    facts: facts([
      ['Shown as', credential.preview],
      ['State', credential.state === 'unmanaged' ? 'stands in the open' : 'kept by a store or provider'],
      ['Set aside by', names.setAside(credential.id)],
      ['Known by', `${PROOF[credential.proof]} (confidence ${credential.confidence})`],
      ['Provider', credential.provider],
      ['Account', credential.account],
      ['Status', credential.status],
      ['Created', credential.created && day(credential.created)],
      ['Last used', credential.lastUsed && day(credential.lastUsed)],
      ['Expires', credential.expires && day(credential.expires)],
      ...Object.entries(credential.facts),
      ['Id', credential.id],
    ]).concat(
      linked('Identity', credential.identity === undefined ? [] : [names.subject(credential.identity)]),
      linked(
        'Domains',
        credential.domains.map((domain) => names.domain(domain)),
      ),
    ),
    ...(credential.rotate === undefined ? {} : { remediation: visibleLines(credential.rotate) }),
    ...placeGroups(credential.places, names),
    related: aboutIt(credential.id, names),
  };
}

const PROOF = {
  checksum: 'a checksum in the value that matches',
  structure: 'its structure, which was parsed',
  format: 'its distinctive format',
  context: 'the words beside it',
} as const;

/** Makes the details of identities: what they may do, who may become them, which credentials authenticate them. */
export function identityDetails({ report, credentials, names }: Page): (identity: Identity) => Detail {
  const grants = Map.groupBy(report.grants, ({ identity }) => identity);
  const trusts = Map.groupBy(report.trusts, ({ identity }) => identity);
  return (identity) => {
    const may = (grants.get(identity.id) ?? []).flatMap((grant) =>
      grant.statements.map((statement): Link => ({ text: grantSentence(grant, statement) })),
    );
    const become = (trusts.get(identity.id) ?? []).map((trust): Link => ({ text: trustSentence(trust) }));
    const own = credentials.ofIdentity(identity.id, SHOWN_LINKS);
    const related = [
      ...all('What it may do', may),
      ...all('Who may become it', become),
      ...some('Its credentials', {
        total: own.total,
        links: own.first.map((credential) => credentialLink(credential)),
      }),
      ...aboutIt(identity.id, names),
    ];
    return identityDetail(identity, related, names);
  };
}

function identityDetail(identity: Identity, related: readonly Related[], names: Names): Detail {
  return {
    kind: 'Identity',
    title: `${identity.kind} ${visible(identity.name)}`,
    facts: facts([
      ['Provider', identity.provider],
      ['Account', identity.account],
      ['Owner', identity.owner ?? 'nobody named'],
      ['Status', identity.status],
      ['Created', identity.created && day(identity.created)],
      ['Last used', identity.lastUsed && day(identity.lastUsed)],
      // The path that every identity has unless told otherwise says nothing.
      ...Object.entries(identity.attributes).filter(([name, value]) => name !== AWS_ATTRIBUTE.path || value !== '/'),
      ...Object.entries(identity.tags).map(([name, value]) => [`Tag ${name}`, value] as const),
      ['Id', identity.id],
    ]).concat(
      linked(
        'Domains',
        identity.domains.map((domain) => names.domain(domain)),
      ),
    ),
    related,
    ...placeGroups(identity.places, names),
  };
}

export function storeDetail(store: Store, names: Names): Detail {
  const secrets = store.secrets.map(({ name, created, updated, expires, visibleTo }): Link => {
    const notes = [
      ...(created === undefined ? [] : [`created ${day(created)}`]),
      ...(updated === undefined ? [] : [`changed ${day(updated)}`]),
      expires === undefined ? 'no expiry known' : `expires ${day(expires)}`,
      ...(visibleTo === undefined ? [] : [`visible to ${visibleTo.slice(0, 10).map(visible).join(', ')}`]),
    ];
    return { text: `${visible(name)}: ${notes.join(', ')}` };
  });
  return {
    kind: 'Store',
    title: visible(store.name),
    facts: facts([
      ['Kind', store.kind],
      ['Provider', store.provider],
      ['Belongs to', store.scope],
      ...Object.entries(store.attributes),
      ['Id', store.id],
    ]).concat(
      linked(
        'Domains',
        store.domains.map((domain) => names.domain(domain)),
      ),
    ),
    related: [
      ...all('Secrets it holds, by name', secrets),
      ...all(
        'Who can read it',
        store.readers.map((reader) => names.subject(reader)),
      ),
      ...aboutIt(store.id, names),
    ],
    ...placeGroups(store.places, names),
  };
}

export function jobDetail(job: CiJob, names: Names): Detail {
  const permissions =
    typeof job.permissions === 'string'
      ? job.permissions
      : listed(Object.entries(job.permissions).map(([scope, level]) => `${scope}: ${level}`));
  return {
    kind: 'CI job',
    title: `${visible(job.workflow)} › ${visible(job.job)}`,
    facts: facts([
      ['System', job.system],
      ['Starts on', listed(job.triggers)],
      ['Environment', job.environment],
      ['Token permissions', permissions],
      ['Calls', job.calls],
      ['Restricted', job.guarded ? 'a condition says who may start it' : 'no condition says who may start it'],
    ]),
    related: [
      ...all(
        'Secrets it reads',
        job.secrets.map(({ name, place }) => at(name, place)),
      ),
      ...all(
        'Passes on every secret it can read',
        job.inheritsSecrets ? [at('secrets: inherit', job.inheritsSecrets)] : [],
      ),
      ...all(
        'Cloud identities it becomes',
        job.assumes.map((it) => at(`${it.provider}: ${it.identity}`, it.place)),
      ),
      ...all(
        'Long-lived cloud keys handed to it',
        job.staticCloudKeys.map((key) => at(`${key.provider}: ${key.field}`, key.place)),
      ),
      ...all(
        'Code of outsiders that it checks out',
        job.untrustedCheckouts.map((place) => at('checkout', place)),
      ),
      ...all(
        'Outsiders’ text pasted into a script',
        (job.injections ?? []).map((it) => at(it.expression, it.place)),
      ),
      ...all(
        'Runs on a machine of its own',
        job.selfHostedRunner ? [at('self-hosted runner', job.selfHostedRunner)] : [],
      ),
      ...aboutIt(job.id, names),
    ],
    ...placeGroups([job.place], names),
  };
}

function at(text: string, place: Place): Link {
  return { text: `${visible(text)} at ${placeText(place)}` };
}

function aboutIt(id: string, names: Names): readonly Related[] {
  return [...some('Findings about it', names.findingsAbout(id)), ...some('Shared between', names.overlapsOf(id))];
}

function all(heading: string, links: readonly Link[]): readonly Related[] {
  return some(heading, { total: links.length, links: links.slice(0, SHOWN_LINKS) });
}

function some(heading: string, { total, links }: Links): readonly Related[] {
  if (total === 0) return [];
  const left = total - links.length;
  return [{ heading, links, ...(left > 0 ? { left: `${figure(left)} more in report.json.` } : {}) }];
}

function facts(entries: readonly (readonly [string, string | undefined])[]): Fact[] {
  return entries.flatMap(([term, value]) => (value === undefined || value === '' ? [] : [fact(visible(term), value)]));
}

function fact(term: string, value: string): Fact {
  return { term, values: [{ text: visible(value) }] };
}

/** A fact with links, or none where there are none. */
function linked(term: string, values: readonly Link[]): Fact {
  return { term, values: values.slice(0, SHOWN_LINKS) };
}

function where(place: Place | undefined, names: Names): { readonly where?: string } {
  return place === undefined ? {} : { where: `${names.source(place.source)}: ${placeText(place)}` };
}
