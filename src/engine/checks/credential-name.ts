import { readAssignment } from '../generic/assigned.ts';
import type { Assigned } from '../generic/assigned.ts';
import { namesCredential } from '../generic/name-kind.ts';
import { isUuid } from '../generic/uuid.ts';
import { wordCover } from '../generic/word-cover.ts';
import { shannonEntropy } from './entropy.ts';
import { DROP, KEEP } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/**
 * Drops values whose name does not say that they are a credential, such as a checksum beside a provider's name.
 *
 * @param alone Names that need not say so where the value is random.
 */
export function credentialName(input: CheckInput, alone: readonly string[] = []): Verdict {
  const assigned = readAssignment(input);
  if (namesCredential(assigned.words)) return KEEP;
  const between = assigned.between.toLowerCase().match(/[a-z]+/g) ?? [];
  // Behind a name that says what else it is, such as a path, the words tell of something else.
  if (assigned.words.length <= MOST_WORDS && namesCredential(between)) return KEEP;
  return between.length === 0 && standsAlone(assigned, alone) && looksRandom(assigned) ? KEEP : DROP;
}

/** Words of a provider's name: more say what the value is. */
const MOST_WORDS = 3;

/** What comes before a variable of the environment that is set for programs: in a shell, a Dockerfile, `docker run`. */
const EXPORT = /(?:^|\s)(?:export|ENV|-e|--env)\s$/;

/** Whether the name is one of these and, unless it is exported, no word that other things are called, too. */
function standsAlone({ name, line }: Assigned, alone: readonly string[]): boolean {
  if (!alone.includes(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))) return false;
  return wordCover(name.toLowerCase()) < 1 || EXPORT.test(line);
}

const SHORTEST = 20;
/** Of the entropy that its length allows. Random values of 20 characters and more have more, all but one in a thousand. */
const SHARE_OF_ENTROPY = 0.8;
/** Name and value of a variable of the environment. */
const VARIABLE = /^[A-Z][A-Z\d_]*$/;
const ASSIGNED = /^=["']?$/;

function looksRandom({ name, value: written, between, line }: Assigned): boolean {
  const value = isUuid(written) ? written.replaceAll('-', '') : written;
  if (value.length < SHORTEST || !/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  const isHex = /^[\da-f]+$/i.test(value);
  const isExported = EXPORT.test(line);
  // An id would look the same.
  if (value !== written && !isExported) return false;
  if (isHex && !((VARIABLE.test(name) || isExported) && ASSIGNED.test(between))) return false;
  return shannonEntropy(value) >= SHARE_OF_ENTROPY * Math.log2(Math.min(isHex ? 16 : 62, value.length));
}

/**
 * Drops values whose name, or what stands between it and them, such as `client_id = fetchSecret("…")`, says that they
 * are more than an identifier.
 */
export function identifierName(input: CheckInput): Verdict {
  const { name, between } = readAssignment(input);
  return /secret|token|pass|pwd|private|credential/i.test(`${name} ${between}`) ? DROP : KEEP;
}
