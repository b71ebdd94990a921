import type { Collection, Collections } from '../../src/model/collection.ts';
import type { Credential } from '../../src/model/credential.ts';
import { TextIndex } from '../../src/model/text-index.ts';
import { SubjectIndex } from '../subject-index.ts';
import { FIRST } from '../survey-findings.ts';

/** What there is to say of all credentials together, found in one pass: there may be a million of them. */
export interface CredentialSurvey {
  /** Stand in the open. */
  readonly unmanaged: number;
  /** Belong to an identity that is known. */
  readonly identified: number;
  /** Are public ids, no secrets alone. */
  readonly publicIds: number;
  readonly byId: (id: string) => CredentialBrief | undefined;
  /** Of an identity: how many, and the first of them. */
  readonly ofIdentity: (id: string, most: number) => Part;
  /** Of a domain: how many, and the first {@link FIRST} of them. */
  readonly ofDomain: (id: string) => Part;
}

/** What a link to a credential says. Kept on its own: reading whole credentials for links alone takes long. */
export type CredentialBrief = Pick<Credential, 'id' | 'title' | 'keyId' | 'preview'>;

interface Part {
  readonly total: number;
  readonly first: readonly CredentialBrief[];
}

export function surveyCredentials(credentials: Collection<Credential>, collections: Collections): CredentialSurvey {
  const counts = { unmanaged: 0, identified: 0, publicIds: 0 };
  const ids = new TextIndex();
  const identities = new SubjectIndex();
  const domains = new Map<string, { total: number; readonly first: number[] }>();
  const builder = collections.list<CredentialBrief>();
  for (const credential of credentials) {
    if (credential.state === 'unmanaged') counts.unmanaged += 1;
    if (credential.severity === 'info') counts.publicIds += 1;
    const { id, title, keyId, preview } = credential;
    const number = ids.add(id);
    if (number === builder.length) builder.push({ id, title, preview, ...(keyId !== undefined && { keyId }) });
    if (credential.identity !== undefined) {
      counts.identified += 1;
      identities.add(credential.identity, number);
    }
    for (const domain of credential.domains) {
      const tally = domains.get(domain) ?? { total: 0, first: [] };
      domains.set(domain, tally);
      tally.total += 1;
      if (tally.first.length < FIRST) tally.first.push(number);
    }
  }
  const briefs = builder.finish();
  const at = (numbers: readonly number[]): readonly CredentialBrief[] =>
    numbers.flatMap((each) => briefs.at(each) ?? []);
  return {
    ...counts,
    byId: (id) => briefs.at(ids.get(id) ?? briefs.length),
    ofIdentity: (id, most) => {
      const { total, first } = identities.of(id, most);
      return { total, first: at(first) };
    },
    ofDomain: (id) => {
      const { total, first } = domains.get(id) ?? { total: 0, first: [] };
      return { total, first: at(first) };
    },
  };
}
