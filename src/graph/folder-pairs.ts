import type { Credential } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import { isPast } from '../model/place.ts';
import type { FilePlace } from '../model/place.ts';
import { MOST, type LimitTally } from './limits.ts';
import type { Sighting } from './sighting.ts';

/** Different ids or secrets kept of one kind in one folder: more than one is ambiguous already. */
const KEPT = 3;

interface Folder {
  /** Key ids by their detector, with the account each tells. */
  readonly ids: Map<string, Map<string, string | undefined>>;
  /** Fingerprints of secrets without an id, by their detector. */
  readonly secrets: Map<string, Set<string>>;
  /** Ids that a secret in their own file has. */
  readonly taken: Set<string>;
}

/**
 * Pairs of an id and its secret that stand in different files of one folder, such as `.env` and a configuration: only
 * where the folder has one such id and one such secret and neither has a partner in its own file. Files of history
 * count together when one commit brought both.
 */
export class FolderPairs {
  readonly #detectors: ReadonlyMap<string, Detector>;
  readonly #limits: LimitTally;
  /** Detectors whose ids some secret pairs with. */
  readonly #idDetectors: ReadonlySet<string>;
  readonly #folders = new Map<string, Folder>();

  constructor(detectors: ReadonlyMap<string, Detector>, limits: LimitTally) {
    this.#detectors = detectors;
    this.#limits = limits;
    this.#idDetectors = new Set([...detectors.values()].flatMap((detector) => partnersOf(detector)));
  }

  /** Takes note of an id or a secret; nothing is kept of anything else. */
  add({ match, places }: Sighting): void {
    const detector = this.#detectors.get(match.detector);
    if (detector === undefined) return;
    const partners = partnersOf(detector);
    const isId = match.keyId !== undefined && this.#idDetectors.has(detector.id);
    if (!isId && partners.length === 0) return;
    for (const place of places) {
      const folder = this.#folderOf(place);
      if (folder === undefined) return;
      if (partners.length > 0) {
        if (match.keyId === undefined) keep(folder.secrets, detector.id, match.fingerprint);
        else folder.taken.add(match.keyId);
      } else if (match.keyId !== undefined) {
        const ids = folder.ids.get(detector.id) ?? new Map<string, string | undefined>();
        folder.ids.set(detector.id, ids);
        if (ids.size < KEPT) ids.set(match.keyId, match.facts['account']);
      }
    }
  }

  /** The credential with the id that its folders tell, or with the fact that they do not tell one; once all are added. */
  join(credential: Credential): Credential {
    const { keyId, facts, places } = credential;
    const detector = this.#detectors.get(credential.detector);
    const partners = detector === undefined ? [] : partnersOf(detector);
    if (partners.length === 0 || keyId !== undefined || facts['pairing'] !== undefined) return credential;
    const found = new Map<string, string | undefined>();
    let hasRival = false;
    for (const place of places) {
      const folder = place.kind === 'file' ? this.#folders.get(folderKey(place)) : undefined;
      const ids = partners
        .flatMap((each) => [...(folder?.ids.get(each) ?? [])])
        .filter(([id]) => !folder?.taken.has(id));
      for (const [id, account] of ids) found.set(id, account);
      if (ids.length > 0 && (folder?.secrets.get(credential.detector)?.size ?? 0) > 1) hasRival = true;
    }
    const [only] = found;
    if (only === undefined) return credential;
    if (found.size > 1 || hasRival) {
      const candidates = found.size === 1 ? '1 candidate for several secrets' : `${found.size} candidates`;
      return { ...credential, facts: { ...facts, pairing: `ambiguous, ${candidates} in the folder` } };
    }
    const [id, account = credential.account] = only;
    return {
      ...credential,
      keyId: id,
      ...(account !== undefined && { account }),
      facts: { ...facts, pairing: 'by the only id in the folder' },
    };
  }

  #folderOf(place: FilePlace): Folder | undefined {
    const key = folderKey(place);
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    if (this.#folders.size >= MOST.pairFolders) {
      const what = `Ids and secrets stand in more than ${MOST.pairFolders} folders; those of the others are paired within files only.`;
      this.#limits.add(place.source, what);
      return undefined;
    }
    const folder: Folder = { ids: new Map(), secrets: new Map(), taken: new Set() };
    this.#folders.set(key, folder);
    return folder;
  }
}

function partnersOf({ pairsWith }: Detector): readonly string[] {
  if (pairsWith === undefined) return [];
  return typeof pairsWith.detector === 'string' ? [pairsWith.detector] : pairsWith.detector;
}

function keep(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set);
  if (set.size < KEPT) set.add(value);
}

function folderKey(place: FilePlace): string {
  const folder = place.path.slice(0, place.path.lastIndexOf('/') + 1);
  return `${place.source}\0${folder}\0${isPast(place) ? (place.commit ?? place.blob ?? '') : ''}`;
}
