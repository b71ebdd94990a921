import { undisguised } from './disguise.ts';

const LONGEST = 40;

/** Passwords of tutorials and of containers that nobody outside reaches. */
const EVERYDAY =
  /^(?:(?:(?:my|the|an?other|other|some|your|new|old|test|hard-?coded|default|db|user|admin|root|super|very|so|top)[-_ ]?){0,2}(?:pass(?:word|wd|code|phrase)?|pw|pwd|s[ei][ck]+r[ei]t(?:[-_ ]?(?:pass(?:word|wd)|pwd)(?!\d))?|token|key|passw0rd|p@ss\w{0,6})(?:[-_ ]?(?:key|value|string|here|\d{0,4}))?[!1-9]{0,4}|user(?:name)?|admin\d{0,4}|root|guest|test(?:ing|er|user)?\d{0,4}|postgres(?:ql)?|mysql|mongo(?:db)?|redis|rabbit(?:mq)?|db|database|host|name|api[-_]?key|auth|login|(?:pass[^a-z0-9]?){2,3}|abc-?\d{0,6}|(?:123){1,4}|12345\d*|987654\d*|654321|bar|foo\w{0,3}|baz|qux|secret(?:\d{0,3}|[a-z]{0,3})|hunter2|credentials?|qwerty\w{0,3}|letmein\d{0,4}|welcome\d{0,3}|\*+|\W*)$/i;

/** What documents write where a secret goes: `MACHINE-PASS`, `personal-access-token`, `alicespassword`, `BobPassword1`. */
const WORDS_FOR_SECRET =
  /^(?:(?:[a-z]{1,16}[-_. ]){1,4}(?:pass(?:word|wd|code|phrase)?|pwd|secret|token|key)|(?:[a-z]{2,16}|[a-z]\d{1,2}[a-z])(?:pass(?:word|wd|phrase)|secret)\d{0,4})$/i;

/** Answers whether the value is a password that everybody uses where it does not matter, also in disguise. */
export function isEverydayWord(value: string): boolean {
  if (value.length > LONGEST) return false;
  if (EVERYDAY.test(value) || WORDS_FOR_SECRET.test(value)) return true;
  const word = undisguised(value);
  return word !== undefined && EVERYDAY.test(word);
}
