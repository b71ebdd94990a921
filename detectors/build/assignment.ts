import { anyCase } from './any-case.ts';

/** Between a name and its value; a blank that does it stands right before the value. */
const SIGN = '(?:[!:=?|.]{0,3}[=:>,(|?]|;s:[0-9]{1,4}:)';
/** A quote as HTML writes it. */
export const ENTITY = '&(?:quot|apos|#3[49]|#x2[27]);';
/** Words behind a blank that may say what the name leaves open: `api key`, `Access Token`, `secret`. */
const WORDS_FOR_CREDENTIAL = '(?:[ ][akpst][a-z_]{1,12}){0,3}';

/**
 * From a name to its value on one line, in the notations of configuration files and programs: `NAME=value`,
 * `name: "value"`, `'name' => 'value'`, `get("NAME", "value")`, `ENV["NAME"] || "value"`, `${NAME:-value}`,
 * `name: string = "value"`, `<name>value</name>`, `<add key="NAME" value="value"/>`,
 * `{"name": "NAME", "value": "value"}`, `Name: Bearer value`,
 * `name: String("value")`, `names = ["value"]`, `ENV name value`, `name API key: value`, `name != "value"`,
 * `s:4:"name";s:5:"value"` of PHP, and the same inside a JSON string or in HTML, where quotes are written as entities.
 * Every part is bounded and no two neighbours can take the same character twice over.
 */
export const toValue = after(`(?:${SIGN}|[ \\t](?![ \\t]))`);
/** The same where a blank alone does not do: in prose a blank follows every word. */
const toAssignedValue = after(SIGN);

function after(sign: string): string {
  return anyCase(
    [
      '[\\w.-]{0,32}',
      WORDS_FOR_CREDENTIAL,
      `(?:${ENTITY}|["'\`\\\\\\])\\[]{0,4})`,
      '(?:,?[ \\t]{1,3}\\\\?["\']?value\\\\?["\']?)?',
      '[ \\t]{0,32}',
      '(?:(?::[ \\t]?)?[&*]?str(?:ing)?[ \\t]{1,2})?',
      sign,
      '[ \\t]{0,32}',
      '\\[?[ \\t]?',
      '(?:(?:new[ ])?[\\w.$]{1,40}(?:\\[\\])?\\((?=[bru@$]?\\\\?["\'`]))?',
      `(?:${ENTITY}|[bru@$]?\\\\?["'\`]{1,2})?`,
      '(?:[bot][a-z]{4,5}[ \\t])?',
    ].join(''),
  );
}

/** Not in the middle of a word: `coinapi` stands in `COINAPI_KEY` and in `myCoinapiKey`, not in `KUCOINAPI_KEY`. */
const WORD_START = '(?<![a-z](?=[a-z])|[A-Z](?=[A-Z]))';

/**
 * Pattern for a value that only its name makes a credential. The name counts in any case, the value as written. Matches
 * begin at the name, so the anchors are the words of the name, with `ignoreCase`.
 *
 * @param name Source of a RegExp for where the name begins, such as `datadog|dd_api_key`; up to 32 more characters of
 *   `[\w.-]` may follow it.
 * @param value Source of a RegExp for the value, such as `[a-f0-9]{32}`; it becomes the group `secret`. It may not be
 *   followed by a character of base64 or of a word.
 */
export function assignment(name: string, value: string): RegExp {
  return new RegExp(`${WORD_START}(?:${anyCase(name)})${toValue}(?<secret>${value})(?![\\w+/=-])`);
}

/** The same for a name that may begin in the middle of a word, as `token` does in `authtoken`. */
export function assignmentWithin(name: string, value: string): RegExp {
  return new RegExp(`(?:${anyCase(name)})${toAssignedValue}(?<secret>${value})(?![\\w+/=-])`);
}
