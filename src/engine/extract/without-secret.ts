/** Characters in a row that a fact may share with a secret. */
const SHARED = 5;

/**
 * Leaves out facts that tell a part of the secret, such as a database named like the password of its user.
 *
 * @param secret As written; its percent-decoded form is looked at too.
 */
export function withoutSecret(
  facts: Readonly<Record<string, string>>,
  secret: string,
): Readonly<Record<string, string>> {
  const forms = secret.includes('%') ? [secret, percentDecode(secret)] : [secret];
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => !forms.some((form) => sharesWith(fact, form))));
}

function sharesWith(fact: string, secret: string): boolean {
  const shortest = Math.min(SHARED + 1, secret.length);
  if (shortest < 3) return false;
  for (let index = 0; index + shortest <= fact.length; index++) {
    if (secret.includes(fact.slice(index, index + shortest))) return true;
  }
  return false;
}

function percentDecode(text: string): string {
  return text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
