import type { Credential, Severity } from '../../model/credential.ts';
import type { Evidence, Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { isPast } from '../../model/place.ts';
import type { FilePlace } from '../../model/place.ts';
import { TextIndex } from '../../model/text-index.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import { ofIdentity } from '../identity-in-words.ts';
import { isPublicName } from '../public-name.ts';
import { powerOf } from '../privilege/power.ts';
import { shiftSeverity } from '../severity.ts';
import { whatItCanDo } from '../what-it-can-do.ts';
import { factorOf, filePlaces, mitigations } from './circumstances.ts';
import { byFile, counted, filesInWords, standingInWords } from './place-in-words.ts';

/** Files named one by one as evidence; all places stand under the finding. */
const FILES_AS_EVIDENCE = 10;

export const secretExposed: Check = {
  id: 'secret.exposed',
  title: 'A secret stands outside a secrets manager',
  why:
    'Whoever can read the repository, its history or a copy of it holds this secret. Deleting the line does not take ' +
    'it back: history, forks and clones keep it until the secret itself is revoked.',
  remediation:
    'Revoke or rotate the secret at its provider, move the new one into a secrets manager, then remove the line.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'high',
    raisedBy: [
      'a credential of its type opens everything at the provider',
      'the provider’s record says the key is active',
      'its identity is, or can make itself, an administrator',
    ],
    loweredBy: [
      'a credential of its type opens little',
      'only the public id was seen',
      'only test, example or documentation files hold it',
      'it is inactive, expired or locked under a passphrase',
      'the value may be something other than a secret',
    ],
  },
  example: {
    before: textOf('# config/production.yaml', 'payments:', '  apiKey: sk_live_…'),
    after: textOf(
      '# config/production.yaml',
      'payments:',
      '  # read from the secrets manager when the service starts',
      '  apiKeyFrom: shop/production/payments-api-key',
    ),
  },
  run(graph, { now }) {
    let examined = 0;
    // A public id is told with its secret part, where that was seen.
    const withSecret = new TextIndex();
    for (const credential of graph.credentials) {
      if (credential.state !== 'unmanaged') continue;
      examined += 1;
      if (credential.keyId && !isIdentifier(credential)) withSecret.add(credential.keyId);
    }
    return { examined, findings: drafts(graph, withSecret, now) };
  },
};

function* drafts(graph: Graph, withSecret: TextIndex, now: Date): Generator<FindingDraft> {
  for (const credential of graph.credentials) {
    const { state, keyId } = credential;
    if (state !== 'unmanaged') continue;
    const told =
      isIdentifier(credential) && (isPublicName(credential) || (keyId !== undefined && withSecret.has(keyId)));
    if (!told) yield draft(credential, graph, now);
  }
}

/** A public id whose secret part was not seen with it. Detectors rate those `info`. */
function isIdentifier(credential: Credential): boolean {
  return credential.severity === 'info';
}

function draft(credential: Credential, graph: Graph, now: Date): FindingDraft {
  const places = filePlaces(credential);
  const files = byFile(places);
  const identity = credential.identity === undefined ? undefined : graph.identityById.get(credential.identity);
  const { severity, factors } = rate(credential, places, graph, now);
  return {
    title: `${nameOf(credential, identity)} in ${filesInWords(places)}`,
    severity,
    confidence: credential.confidence,
    subjects: identity === undefined ? [credential.id] : [credential.id, identity.id],
    places: [...places, ...credential.places.filter(({ kind }) => kind !== 'file')],
    evidence: [
      ...files.slice(0, FILES_AS_EVIDENCE).map((file): Evidence => ({ what: standingInWords(file), place: file[0] })),
      ...(files.length > FILES_AS_EVIDENCE
        ? [{ what: `And in ${counted(files.length - FILES_AS_EVIDENCE, 'more file')}.` }]
        : []),
      ...factsInWords(credential),
      ...(identity === undefined ? [] : whatItCanDo(graph, identity)),
    ],
    factors,
    remediation: `${credential.rotate ?? secretExposed.remediation} ${standingAdvice(places)}`.trim(),
  };
}

/** `AWS secret access key of user deploy`; without a known holder, by its public id or what a preview shows. */
function nameOf({ title, keyId, preview }: Credential, identity: Identity | undefined): string {
  if (identity !== undefined) return `${title}${ofIdentity(identity, title)}`;
  if (keyId !== undefined) return `${title} ${keyId}`;
  // A preview that only tells a length tells nothing apart.
  return /^[^\s-]\S{4,40}$/.test(preview) ? `${title} ${preview}` : title;
}

function rate(
  credential: Credential,
  places: readonly FilePlace[],
  graph: Graph,
  now: Date,
): { readonly severity: Severity; readonly factors: readonly Factor[] } {
  const power = credential.identity === undefined ? undefined : powerOf(graph, credential.identity);
  const moves = [
    ...mitigations(credential, now),
    ...(credential.status === 'active' ? [{ steps: 1, what: 'the provider’s record says the key is active' }] : []),
    ...(power !== undefined && credential.status !== 'inactive' ? [{ steps: 1, what: `its identity ${power}` }] : []),
  ];
  const identifier = isIdentifier(credential);
  return {
    severity: moves.reduce(
      (severity, { steps }) => shiftSeverity(severity, steps),
      identifier ? 'low' : credential.severity,
    ),
    factors: [
      { what: `${credential.title}: ${PROOF_IN_WORDS[credential.proof]}`, effect: 'sets' },
      ...(identifier ? [{ what: 'only the public id was seen, not its secret part', effect: 'lowers' } as const] : []),
      ...moves.map(factorOf),
      ...standing(places),
    ],
  };
}

/** What does not move the rating but belongs beside it. */
function standing(places: readonly FilePlace[]): readonly Factor[] {
  if (places.length === 0) return [];
  return [
    ...(places.every(isPast)
      ? [{ what: 'no longer in the work tree, still in history', effect: 'sets' } as const]
      : []),
    ...(places.every(({ reachable }) => reachable === false)
      ? [{ what: 'no ref reaches it any more, but the object is still there', effect: 'sets' } as const]
      : []),
  ];
}

const PROOF_IN_WORDS: Readonly<Record<Credential['proof'], string>> = {
  checksum: 'its checksum is right',
  structure: 'it parses as its format',
  format: 'its format is distinctive',
  context: 'the words beside it and its shape say so',
};

function factsInWords(credential: Credential): readonly Evidence[] {
  const facts: Evidence[] = [];
  if (credential.keyId !== undefined) facts.push({ what: `Key id ${credential.keyId}` });
  if (credential.account !== undefined) {
    facts.push({ what: `Belongs to account ${credential.account}, read from the key id offline` });
  }
  if (credential.lastUsed !== undefined) facts.push({ what: `Last used ${credential.lastUsed.slice(0, 10)}` });
  for (const [name, value] of Object.entries(credential.facts)) facts.push({ what: `${name}: ${value}` });
  return facts;
}

function standingAdvice(places: readonly FilePlace[]): string {
  const present = places.some((place) => !isPast(place));
  const past = places.some(isPast);
  return [
    ...(present ? ['Keep the new value in a secrets manager and remove the line.'] : []),
    ...(past ? ['History keeps the old value: rotating ends the exposure, rewriting history only limits copies.'] : []),
  ].join(' ');
}
