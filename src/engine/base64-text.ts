/** Latin1 text of a base64 or base64url string (RFC 4648); characters outside the alphabets are skipped. */
export function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

/** The object that a JSON text holds, or `undefined` when it is none. */
export function parseJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
