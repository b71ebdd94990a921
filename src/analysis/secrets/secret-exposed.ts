import type { Credential, Severity } from '../../model/credential.ts';
import type { Evidence, Factor } from '../../model/finding.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Check, FindingDraft } from '../check.ts';
import { describePrivileges } from '../privilege/summary.ts';
import { shiftSeverity } from '../severity.ts';
import { isExamplePath } from './example-path.ts';
import { placeInWords } from './place-in-words.ts';

/** Places named one by one as evidence; the report lists the rest under the credential. */
const PLACES_AS_EVIDENCE = 10;

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
  run(graph, { now }) {
    const exposed = graph.credentials.filter(({ state }) => state === 'unmanaged');
    const keyIdsWithSecret = new Set(
      exposed.filter((credential) => credential.keyId && !isIdentifier(credential)).map(({ keyId }) => keyId),
    );
    return {
      examined: exposed.length,
      findings: exposed
        .filter((credential) => !(isIdentifier(credential) && keyIdsWithSecret.has(credential.keyId)))
        .map((credential) => draft(credential, graph, now)),
    };
  },
};

/** A public id whose secret part was not seen with it. Detectors rate those `info`. */
function isIdentifier(credential: Credential): boolean {
  return credential.severity === 'info';
}

function draft(credential: Credential, graph: Graph, now: Date): FindingDraft {
  const places = credential.places.filter((place) => place.kind === 'file');
  const [first] = places;
  const identity = credential.identity === undefined ? undefined : graph.identityById.get(credential.identity);
  const privileges = identity === undefined ? [] : describePrivileges(graph, identity.id);
  const { severity, factors } = rate(credential, places, privileges, now);
  const whose = identity === undefined ? '' : ` of ${identity.provider} ${identity.kind} ${identity.name}`;
  const where = first === undefined ? 'a scanned source' : placeInWords(first);
  const others = places.length > 1 ? ` and ${places.length - 1} more ${places.length === 2 ? 'place' : 'places'}` : '';
  return {
    title: `${credential.title}${whose} in ${where}${others}`,
    severity,
    confidence: credential.confidence,
    subjects: identity === undefined ? [credential.id] : [credential.id, identity.id],
    places: credential.places,
    evidence: [
      ...places
        .slice(0, PLACES_AS_EVIDENCE)
        .map((place): Evidence => ({ what: `Seen in ${placeInWords(place)}`, place })),
      ...factsInWords(credential),
      ...privileges.map((what) => ({ what })),
    ],
    factors,
    remediation: `${credential.rotate ?? secretExposed.remediation} ${historyAdvice(places)}`.trim(),
  };
}

function rate(
  credential: Credential,
  places: readonly FilePlace[],
  privileges: readonly string[],
  now: Date,
): { readonly severity: Severity; readonly factors: readonly Factor[] } {
  let severity = isIdentifier(credential) ? 'low' : credential.severity;
  const factors: Factor[] = [{ what: `${credential.title}: ${PROOF_IN_WORDS[credential.proof]}`, effect: 'sets' }];
  const move = (steps: number, what: string): void => {
    severity = shiftSeverity(severity, steps);
    factors.push({ what, effect: steps > 0 ? 'raises' : 'lowers' });
  };
  if (isIdentifier(credential))
    factors.push({ what: 'only the public id was seen, not its secret part', effect: 'lowers' });
  if (credential.confidence === 'low') move(-1, 'the value may be something other than a secret');
  if (places.length > 0 && places.every((place) => isExamplePath(place.path))) {
    move(-1, 'stands only in test, example or documentation files');
  }
  if (credential.status === 'inactive') move(-2, 'the provider’s record says the key is inactive');
  if (credential.status === 'active') move(1, 'the provider’s record says the key is active');
  if (credential.expires !== undefined && new Date(credential.expires) < now) {
    move(-2, `it expired on ${credential.expires.slice(0, 10)}`);
  }
  if (privileges.length > 0 && credential.status !== 'inactive' && isAdministrator(privileges)) {
    move(1, 'its identity is an administrator');
  }
  if (places.length > 0 && places.every((place) => place.commit !== undefined || place.blob !== undefined)) {
    factors.push({ what: 'no longer in the work tree, still in history', effect: 'sets' });
  }
  if (places.length > 0 && places.every((place) => place.reachable === false)) {
    factors.push({ what: 'no ref reaches it any more, but the object is still there', effect: 'sets' });
  }
  return { severity, factors };
}

const PROOF_IN_WORDS: Readonly<Record<Credential['proof'], string>> = {
  checksum: 'its checksum is right',
  structure: 'it parses as its format',
  format: 'its format is distinctive',
  context: 'the words beside it and its shape say so',
};

function isAdministrator(privileges: readonly string[]): boolean {
  return privileges.some((sentence) => /administrator/i.test(sentence));
}

function factsInWords(credential: Credential): readonly Evidence[] {
  const facts: Evidence[] = [];
  if (credential.keyId !== undefined) facts.push({ what: `Key id ${credential.keyId}` });
  if (credential.account !== undefined) {
    facts.push({ what: `Belongs to account ${credential.account}, read from the key id offline` });
  }
  if (credential.lastUsed !== undefined) facts.push({ what: `Last used ${credential.lastUsed}` });
  for (const [name, value] of Object.entries(credential.facts)) facts.push({ what: `${name}: ${value}` });
  return facts;
}

function historyAdvice(places: readonly FilePlace[]): string {
  return places.some((place) => place.commit !== undefined)
    ? 'It stands in history: rotating is what ends the exposure, rewriting history only limits copies.'
    : 'Move the new value into a secrets manager and remove the line.';
}
