import type { PlaceRule } from './imported.ts';

interface Rendered {
  readonly tool: string;
  /** The file that was imported, as it was named. */
  readonly file: string;
  /** Name of the fingerprint key that ids were made with. */
  readonly keyName: string;
  readonly approver: string;
  readonly expires: string;
  readonly places: readonly PlaceRule[];
  readonly accepted: ReadonlyMap<string, string>;
  /** Sentences on what was not taken. */
  readonly left: readonly string[];
}

/** The text of an exceptions file, with a comment for everything that was not taken. Texts are JSON, which YAML reads. */
export function renderExceptions({ tool, file, keyName, approver, expires, places, accepted, left }: Rendered): string {
  const row = (first: string, from: string): readonly string[] => [
    `  - ${first}`,
    `    reason: ${quoted(`taken over from ${tool}: ${file}, ${from}`)}`,
    `    approver: ${quoted(approver)}`,
    `    expires: ${expires}`,
  ];
  const rows = [
    ...places.flatMap(({ pathPatterns, commits, from }) =>
      row(
        pathPatterns === undefined
          ? `commits: [${commits?.map(quoted).join(', ')}]`
          : `pathPatterns: [${pathPatterns.map(quoted).join(', ')}]`,
        from,
      ),
    ),
    ...[...accepted].flatMap(([id, from]) => row(`id: ${id}`, from)),
  ];
  return [
    `# Written by \`bitting import ${tool}\`. Read every line: what stands here does not count any more.`,
    'version: 1',
    ...(accepted.size > 0 ? [`madeWith: ${quoted(keyName)}`] : []),
    ...(rows.length === 0 ? ['exceptions: []'] : ['exceptions:', ...rows]),
    ...(left.length > 0 ? ['# Not taken:', ...left.map((sentence) => `#   ${quoted(sentence)}`)] : []),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return JSON.stringify(text.replaceAll(/[^\P{C}\n]/gu, '?'));
}
