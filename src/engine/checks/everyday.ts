/** Passwords of tutorials and of containers that nobody outside reaches. */
const EVERYDAY =
  /^(?:(?:my|the|some|your|new|old|test|default|db|user|admin|root|super)?[-_ ]?(?:pass(?:word|wd|code|phrase)?|pw|pwd|secret|token|key|passw0rd|p@ss\w{0,6})(?:[-_ ]?(?:key|value|string|here|\d{0,4}))?[!1-9]{0,4}|user(?:name)?|admin\d{0,4}|root|guest|test(?:ing|er|user)?\d{0,4}|postgres(?:ql)?|mysql|mongo(?:db)?|redis|rabbit(?:mq)?|db|database|host|name|api[-_]?key|auth|login|abc-?\d{0,6}|(?:123){1,4}|12345\d*|987654\d*|654321|bar|foo\w{0,3}|baz|qux|secret\d{0,3}|hunter2|credentials?|qwerty\w{0,3}|letmein|welcome\d{0,3}|\*+|\W*)$/i;

/** Answers whether the value is a password that everybody uses where it does not matter. */
export function isEverydayWord(value: string): boolean {
  return value.length <= 40 && EVERYDAY.test(value);
}
