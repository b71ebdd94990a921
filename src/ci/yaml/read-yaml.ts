import { Composer, LineCounter, Parser } from 'yaml';
import type { Document, ErrorCode, YAMLError } from 'yaml';
import type { CiFile, CiParseResult } from '../../model/facts.ts';
import { messageOf } from '../../model/errors.ts';
import type { FilePlace } from '../../model/place.ts';
import type { YamlNode, YamlRange } from './node.ts';
import { locatedTree } from './located-tree.ts';

/**
 * Longest file that is parsed, in UTF-16 code units. Parsing takes time in proportion to the length, at worst some 15 µs
 * for each one-character token; GitLab stops at 2 MiB with all includes counted.
 */
const MAX_LENGTH = 1024 * 1024;
/** A GitLab component has two documents: its `spec` header and the configuration. */
const MAX_DOCUMENTS = 2;
const MAX_PROBLEMS = 20;

export type Problem = CiParseResult['problems'][number];

/** A CI file, parsed as far as it could be. */
export interface YamlFile {
  readonly file: CiFile;
  /** Last document's root; undefined for an empty file and for one that cannot be parsed at all. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
  /** Place of a range of offsets. */
  readonly place: (range: YamlRange) => FilePlace;
}

/**
 * Parses YAML 1.2 with exact positions. Never throws: what is too large, too deep or malformed becomes a problem, and
 * what can be read beside it is kept. Nothing the file says makes it expand: aliases share the node they name.
 */
export function readYaml(file: CiFile): YamlFile {
  const lines = new LineCounter();
  const place = ({ start, end }: YamlRange): FilePlace => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return {
      kind: 'file',
      source: file.source,
      path: file.path,
      line: Math.max(1, from.line),
      column: Math.max(1, from.col),
      endLine: Math.max(1, to.line),
      endColumn: Math.max(1, to.col),
      ...(file.commit !== undefined && { commit: file.commit }),
      ...(file.blob !== undefined && { blob: file.blob }),
    };
  };
  const unread = (what: string): YamlFile => ({
    file,
    root: undefined,
    problems: [{ what, place: place({ start: 0, end: 0 }) }],
    place,
  });
  if (file.text.length > MAX_LENGTH) {
    return unread(
      `CI configuration not parsed: it is ${file.text.length} characters long, and the limit is ${MAX_LENGTH}.`,
    );
  }
  try {
    return { file, place, ...parse(file.text, lines, place) };
  } catch (error) {
    return unread(`CI configuration not parsed: ${messageOf(error)}.`);
  }
}

function parse(text: string, lines: LineCounter, place: YamlFile['place']): Pick<YamlFile, 'root' | 'problems'> {
  const documents: Document.Parsed[] = [];
  // Keys are compared by the tree, in linear time; the library compares each with each.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, version: '1.2', merge: true });
  const parser = new Parser(lines.addNewLine);
  for (const document of composer.compose(parser.parse(text), false, text.length)) {
    documents.push(document);
    if (documents.length > MAX_DOCUMENTS) break;
  }
  const problems: Problem[] = [];
  const report = (what: string, range: YamlRange): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ what, place: place(range) });
  };
  if (documents.length > MAX_DOCUMENTS) {
    report(`Only the first ${MAX_DOCUMENTS} YAML documents of the file were read.`, { start: 0, end: 0 });
    documents.length = MAX_DOCUMENTS;
  }
  for (const { errors } of documents) for (const error of errors) report(sentenceOf(error), rangeOf(error));
  return { root: locatedTree(documents.at(-1)?.contents ?? undefined, text.length, report), problems };
}

/** What each of the library's error codes means. Its own messages are not used: some quote the file. */
const MEANING: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias has an anchor or tag of its own',
  BAD_ALIAS: 'an alias is malformed',
  BAD_COLLECTION_TYPE: 'a tag does not fit its collection',
  BAD_DIRECTIVE: 'a directive is malformed',
  BAD_DQ_ESCAPE: 'a double-quoted text has an unknown escape',
  BAD_INDENT: 'the indentation is wrong',
  BAD_PROP_ORDER: 'an anchor or tag stands in the wrong place',
  BAD_SCALAR_START: 'a value starts with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'mappings are nested on one line',
  BLOCK_IN_FLOW: 'a block stands inside brackets',
  MISSING_CHAR: 'a closing quote, bracket, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key spans several lines',
  MULTIPLE_ANCHORS: 'a node has several anchors',
  MULTIPLE_TAGS: 'a node has several tags',
  RESOURCE_EXHAUSTION: 'it is nested too deeply to be read',
  TAB_AS_INDENT: 'a tab is used for indentation',
  TAG_RESOLVE_FAILED: 'a tag is unknown',
  UNEXPECTED_TOKEN: 'something stands where it cannot',
};

const sentenceOf = (error: YAMLError): string =>
  `Malformed YAML: ${MEANING[error.code] ?? 'the document breaks the grammar'}. The rest was read as far as possible.`;

const rangeOf = (error: YAMLError): YamlRange => ({ start: error.pos[0], end: error.pos[1] });
