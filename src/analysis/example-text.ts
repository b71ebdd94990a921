/** A policy of AWS with these statements, as people write it. */
export function policyText(...statements: readonly object[]): string {
  return jsonText({ Version: '2012-10-17', Statement: statements });
}

/** A resource or a setting as a provider's API gives and takes it. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Lines of a configuration. */
export function textOf(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
