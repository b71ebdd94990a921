import type { CheckInput } from '../checks/verdict.ts';
import { readAssignment } from '../generic/assigned.ts';
import { kindOfName } from '../generic/name-kind.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';
import { isNameLike } from './is-name-like.ts';

const USER =
  /(?<![a-z])(?:user(?:_?name|_?id)?|uid|login)["']?\s{0,3}(?:=>|[:=])\s{0,3}\\?["']?([\w.@+-]{2,64})(?![\w(.])/gi;

/**
 * The user that is named on the line of a password, within 48 characters of it on one side, as in
 * `{"user": "shop", "password": "…"}`. None for other secrets, which have no user, nor where two are named.
 */
export function assignedUser(input: CheckInput): Extracted {
  const { name, line, after } = readAssignment(input);
  if (kindOfName(name) !== 'password') return { facts: {} };
  const users = new Set([...`${line} ${after}`.matchAll(USER)].map(([, user = '']) => user));
  const [user] = users;
  const isName = users.size === 1 && user !== undefined && /[A-Za-z]/.test(user) && isNameLike(user);
  return {
    facts: facts({ user: isName && !/^(?:null|none|undefined|true|false|str|string)$/i.test(user) ? user : undefined }),
  };
}
