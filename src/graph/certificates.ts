import type { Credential } from '../model/credential.ts';
import { PUBLIC_KEY } from '../model/detector.ts';
import type { Reference } from '../model/identity.ts';
import type { KeyFacts } from './key-facts.ts';
import { MOST, type LimitTally } from './limits.ts';
import type { Sighting } from './sighting.ts';

/** A certificate that was seen, by its SHA-1 thumbprint. */
interface Certificate {
  readonly thumbprint: string;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Certificates that stand in code. They are public; they matter for a private key of the same public half, whose
 * thumbprint they tell, and as the name of whoever signs in with them.
 */
export class Certificates {
  readonly #limits: LimitTally;
  readonly #byThumbprint = new Map<string, Certificate>();
  readonly #byKey = new Map<string, Certificate[]>();
  /** Thumbprint of each sighting's, with its places, told as references where a provider knows it. */
  readonly #sightings: (readonly [thumbprint: string, places: Sighting['places']])[] = [];

  constructor(limits: LimitTally) {
    this.#limits = limits;
  }

  add({ match: { facts }, places }: Sighting): void {
    const [thumbprint, key] = [facts['target'], facts[PUBLIC_KEY]];
    if (thumbprint === undefined || key === undefined) return;
    if (this.#sightings.length >= MOST.certificates) {
      const what = `More than ${MOST.certificates} certificates stand in what was read; the others are joined to no key.`;
      for (const { source } of places) this.#limits.add(source, what);
      return;
    }
    this.#sightings.push([thumbprint, places]);
    if (this.#byThumbprint.has(thumbprint)) return;
    const certificate = { thumbprint, facts };
    this.#byThumbprint.set(thumbprint, certificate);
    const same = this.#byKey.get(key);
    if (same === undefined) this.#byKey.set(key, [certificate]);
    else same.push(certificate);
  }

  /**
   * The private key with the thumbprints of its certificate: of several, as one that was renewed has them, one that a
   * provider knows, else the one that ends last.
   */
  join(credential: Credential, records: Pick<KeyFacts, 'holdersOf'>): Credential {
    const certificates = this.#byKey.get(credential.facts[PUBLIC_KEY] ?? '') ?? [];
    const latest = certificates.toSorted((a, b) => endOf(b).localeCompare(endOf(a)));
    const chosen = latest.find((each) => holdersOf(each, records).length > 0) ?? latest[0];
    if (chosen === undefined) return credential;
    const { sha256, subject, expires } = chosen.facts;
    return {
      ...credential,
      facts: {
        ...credential.facts,
        certificate: chosen.thumbprint,
        ...(sha256 !== undefined && { 'certificate sha256': sha256 }),
        ...(subject !== undefined && { 'certificate subject': subject }),
        ...(expires !== undefined && { 'certificate expires': expires }),
      },
    };
  }

  /** Places that name an identity by its certificate. */
  *references(records: Pick<KeyFacts, 'holdersOf'>): Generator<Reference> {
    for (const [thumbprint, places] of this.#sightings) {
      const certificate = this.#byThumbprint.get(thumbprint);
      const [holder, ...others] = certificate === undefined ? [] : holdersOf(certificate, records);
      if (holder === undefined || others.length > 0) continue;
      for (const place of places) yield { kind: 'identity', target: holder, place };
    }
  }
}

function holdersOf({ thumbprint, facts }: Certificate, records: Pick<KeyFacts, 'holdersOf'>): readonly string[] {
  const holders = records.holdersOf(thumbprint);
  return holders.length > 0 ? holders : records.holdersOf(facts['sha256'] ?? '');
}

function endOf({ facts }: Certificate): string {
  return facts['expires'] ?? '';
}
