import type { ChainLink } from '../../model/chain.ts';
import type { Credential } from '../../model/credential.ts';
import type { Evidence } from '../../model/finding.ts';
import { filePlaces } from '../secrets/circumstances.ts';
import { byFile, counted, filesInWords, standingInWords } from '../secrets/place-in-words.ts';
import { inWords } from '../sharing/uses.ts';
import type { ChainFacts } from './chain-facts.ts';

/** More files would not be read. */
const SHOWN_FILES = 10;

/** Where it stands, the work tree first. */
export function placesLink(credential: Credential, { sources }: ChainFacts): ChainLink {
  const places = filePlaces(credential);
  const ids = [...new Set(places.map(({ source }) => source))];
  const names = ids.slice(0, 3).map((id) => sources.get(id) ?? id);
  const files = byFile(places);
  const more = ids.length > 3 ? [counted(ids.length - 3, 'other source')] : [];
  const left = files.length - SHOWN_FILES;
  return {
    kind: 'places',
    known: places.length > 0,
    ids: [],
    says:
      places.length === 0
        ? 'It was seen in no file: the provider lists it.'
        : `It stands in ${filesInWords(places)}, in ${inWords([...names, ...more])}.`,
    details: [
      ...files.slice(0, SHOWN_FILES).map((file): Evidence => ({ what: standingInWords(file), place: file[0] })),
      ...(left > 0 ? [{ what: `And in ${counted(left, 'more file')}.` }] : []),
    ],
  };
}

const PROOF: Readonly<Record<Credential['proof'], string>> = {
  checksum: 'its checksum is right',
  structure: 'it parses as its format',
  format: 'its format is distinctive',
  context: 'the words beside it and its shape say so',
};

/** What it is, how sure that is, and whether it still works. */
export function credentialLink(credential: Credential): ChainLink {
  const { id, title, keyId, proof, status, created, lastUsed, expires, facts, rotate } = credential;
  const name = keyId === undefined ? '' : ` with the id ${keyId}`;
  const state = status === undefined ? '' : `, and the provider’s record says that it is ${status}`;
  const dates = [
    ...(created === undefined ? [] : [`created ${day(created)}`]),
    ...(lastUsed === undefined ? [] : [`last used ${day(lastUsed)}`]),
    ...(expires === undefined ? [] : [`good until ${day(expires)}`]),
  ];
  return {
    kind: 'credential',
    known: true,
    ids: [id],
    says: `It is: ${title}${name}; ${PROOF[proof]}${state}.`,
    details: [
      ...(dates.length > 0 ? [{ what: `The record: ${dates.join(', ')}.` }] : []),
      ...Object.entries(facts).map(([fact, value]) => ({ what: `${fact}: ${value}` })),
      ...(rotate === undefined ? [] : [{ what: `To end it: ${rotate}` }]),
    ],
  };
}

function day(date: string): string {
  return date.slice(0, 10);
}
