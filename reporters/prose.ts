/** A part of a line: words, or something to type. */
interface Span {
  readonly text?: string;
  readonly code?: string;
}

/** A paragraph, or lines of code. */
export interface Block {
  readonly spans?: readonly Span[];
  readonly code?: string;
}

const FENCE = /^```\w*$/;

/**
 * Sentences on how to mend something, as blocks: each line is a paragraph, lines between two lines of three backticks
 * are code, and what stands between backticks within a line is code too.
 */
export function prose(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let code: string[] | undefined;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) {
      if (code !== undefined) blocks.push({ code: code.join('\n') });
      code = code === undefined ? [] : undefined;
    } else if (code !== undefined) {
      code.push(line);
    } else if (line.trim() !== '') {
      blocks.push({ spans: spans(line) });
    }
  }
  return code === undefined ? blocks : [...blocks, { code: code.join('\n') }];
}

function spans(line: string): readonly Span[] {
  return line
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { code: part.slice(1, -1) } : { text: part }));
}

/** The same on lines, without the fences: for where neither blocks nor markup can be shown. */
export function proseLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !FENCE.test(line));
}

/** What to do first: the first sentence, without what a colon announces. */
export function firstSentence(text: string): string {
  const [line = ''] = proseLines(text);
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|\s*$)/u.exec(line)?.[0] ?? line;
  return sentence.replace(/(?:,? such as| and write)?\s*:$/, '.');
}
