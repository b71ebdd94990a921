import type { Graph } from '../../graph/graph.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Check, FindingDraft } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { daysSince } from '../limits.ts';
import { day } from '../stores/day.ts';
import { rowsAsEvidence } from '../stores/rows.ts';

/** Days after which a client secret should have ended: Microsoft recommends at most 180; a year is given here. */
const LONGEST_DAYS = 366;

/** Client secrets and certificates of applications, by the identity that they sign in. */
function credentialsByApp(graph: Graph): ReadonlyMap<string, readonly KeyFact[]> {
  return Map.groupBy(
    graph.keys.filter(
      ({ provider, kind }) => provider === 'azure' && (kind === 'client-secret' || kind === 'certificate'),
    ),
    ({ identity }) => identity,
  );
}

function draft(
  graph: Graph,
  id: string,
  keys: readonly KeyFact[],
  inWords: (key: KeyFact) => string,
): Pick<FindingDraft, 'subjects' | 'places' | 'evidence' | 'confidence'> & { readonly name: string } {
  const identity = graph.identityById.get(id);
  return {
    name: identity === undefined ? id : identityInWords(identity),
    confidence: 'high',
    subjects: [id],
    places: keys.slice(0, 20).map(({ place }) => place),
    evidence: rowsAsEvidence(keys, (key) => ({ what: inWords(key), place: key.place })),
  };
}

function keyInWords({ kind, keyId, slot }: KeyFact): string {
  return `${kind === 'certificate' ? 'certificate' : 'client secret'} ${slot ?? ''}${slot === undefined ? '' : ' '}(${keyId ?? 'no id'})`;
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration */
export const appSecretLongLived: Check = {
  id: 'azure.app-secret-long-lived',
  title: 'Client secret of an application is valid for more than a year',
  why:
    'A client secret works from anywhere, for whoever has it, until it ends. One that is valid for years outlives ' +
    'the people who made it, and every copy that was ever taken stays good.',
  remediation:
    'Use a federated credential or a managed identity, which need no secret; where that cannot be, a certificate, or ' +
    'a secret that ends within 180 days and is rotated.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'medium', raisedBy: ['it is valid for more than ten years, or has no end'], loweredBy: [] },
  example: {
    before:
      '{ "passwordCredentials": [{ "startDateTime": "2025-01-01T00:00:00Z", "endDateTime": "2299-12-31T00:00:00Z" }] }',
    after:
      '{ "passwordCredentials": [{ "startDateTime": "2025-01-01T00:00:00Z", "endDateTime": "2025-06-30T00:00:00Z" }] }',
  },
  run(graph, { now }) {
    const apps = credentialsByApp(graph);
    return {
      examined: [...apps.values()].reduce(
        (sum, keys) => sum + keys.filter(({ kind }) => kind === 'client-secret').length,
        0,
      ),
      findings: [...apps].flatMap(([id, keys]) => {
        const long = keys.filter(
          (key) =>
            key.kind === 'client-secret' &&
            isLong(key) &&
            (key.expires === undefined || key.expires > now.toISOString()),
        );
        if (long.length === 0) return [];
        const endless = long.some((key) => lifetime(key) > 3653);
        const { name, ...rest } = draft(graph, id, long, (key) =>
          key.expires === undefined
            ? `${keyInWords(key)} has no end`
            : `${keyInWords(key)} is valid${key.created === undefined ? '' : ` from ${day(key.created)}`} until ${day(key.expires)}`,
        );
        return [
          {
            ...rest,
            title: `${name} has ${long.length === 1 ? 'a client secret that is' : `${long.length} client secrets that are`} valid for more than a year`,
            severity: endless ? 'high' : 'medium',
            factors: endless
              ? [{ what: 'it is valid for more than ten years, or has no end', effect: 'raises' as const }]
              : [],
            remediation: appSecretLongLived.remediation,
          },
        ];
      }),
    };
  },
};

function isLong(key: KeyFact): boolean {
  return lifetime(key) > LONGEST_DAYS;
}

/** Days. */
function lifetime({ created, expires }: KeyFact): number {
  if (expires === undefined) return Number.POSITIVE_INFINITY;
  return created === undefined ? 0 : (Date.parse(expires) - Date.parse(created)) / 86_400_000;
}

export const appCredentialExpired: Check = {
  id: 'azure.app-credential-expired',
  title: 'Application keeps credentials that have ended',
  why:
    'What has ended opens nothing, and hides what still does: a list of ten secrets of which one is good is not ' +
    'reviewed. Where all have ended, nothing signs in as the application any more.',
  remediation:
    'Remove credentials that have ended; where none is left and nothing else signs in, remove the application.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'info', raisedBy: ['all of them have ended, so nobody may need the application'], loweredBy: [] },
  run(graph, { now }) {
    const apps = credentialsByApp(graph);
    return {
      examined: [...apps.values()].reduce((sum, keys) => sum + keys.length, 0),
      findings: [...apps].flatMap(([id, keys]) => {
        const ended = keys.filter(({ expires }) => (daysSince(expires, now) ?? -1) >= 0);
        if (ended.length === 0) return [];
        const federated = (graph.trustsByIdentity.get(id) ?? []).length > 0;
        const all = ended.length === keys.length && !federated;
        const { name, ...rest } = draft(
          graph,
          id,
          ended,
          (key) => `${keyInWords(key)} ended on ${day(key.expires ?? '')}`,
        );
        return [
          {
            ...rest,
            title: all
              ? `Every credential of ${name} has ended`
              : `${name} keeps ${ended.length} credentials that have ended`,
            severity: all ? 'low' : 'info',
            factors: all ? [{ what: 'all of them have ended, so nobody may need it', effect: 'raises' as const }] : [],
            remediation: appCredentialExpired.remediation,
          },
        ];
      }),
    };
  },
};

export const appWithoutOwner: Check = {
  id: 'azure.app-without-owner',
  title: 'Application with credentials has no owner',
  why:
    'Nobody is asked when its secret leaks, and nobody notices when it is no longer needed. An owner in the directory ' +
    'is who can rotate it; two are better than one.',
  remediation:
    'Name two owners who know what it is for, or remove it. Owners can sign in as it: do not name more than needed.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'ID.AM-08' },
  ],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  run(graph) {
    const apps = graph.identities.filter(
      ({ provider, kind, attributes }) => provider === 'azure' && kind === 'app' && attributes['owners read'] === 'yes',
    );
    const credentials = credentialsByApp(graph);
    const actors = new Map(
      graph.identities
        .filter(({ provider, kind }) => provider === 'azure' && kind === 'service-account')
        .map(({ id, attributes }) => [attributes['application id'], id]),
    );
    return {
      examined: apps.length,
      findings: apps.flatMap((app) => {
        const actor = actors.get(app.attributes['application id']) ?? app.id;
        const keys = [...(credentials.get(actor) ?? []), ...(actor === app.id ? [] : (credentials.get(app.id) ?? []))];
        if (app.attributes['owners'] !== undefined || keys.length === 0) return [];
        return [
          {
            title: `Application ${app.name} has credentials and no owner`,
            severity: 'low',
            confidence: 'high',
            subjects: [app.id, ...(actor === app.id ? [] : [actor])],
            places: app.places,
            evidence: [
              { what: 'Owners in the directory: none' },
              ...rowsAsEvidence(keys, (key) => ({ what: keyInWords(key), place: key.place })),
            ],
            factors: [],
            remediation: appWithoutOwner.remediation,
          },
        ];
      }),
    };
  },
};
