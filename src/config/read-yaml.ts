import { LineCounter, isNode, parseDocument } from 'yaml';

import { BittingError, messageOf } from '../model/errors.ts';
import type { ErrorCode } from '../model/errors.ts';

/** What a YAML file holds, and where each part of it stands. */
export interface ReadYaml {
  readonly value: unknown;
  /** Position of the node at a path, or of its closest ancestor that is there; both count from 1. */
  readonly positionOf: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
}

/** @throws BittingError with the code given, for text that is not YAML, and for YAML that grows without end. */
export function readYaml(text: string, file: string, code: ErrorCode): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    throw new BittingError(code, `${file}:${line}:${col}: not valid YAML: ${messageOf(syntax)}`);
  }
  const positionOf: ReadYaml['positionOf'] = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
    return { line: 1, column: 1 };
  };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value, positionOf };
  } catch (error) {
    throw new BittingError(code, `${file}: ${messageOf(error)}.`, { cause: error });
  }
}
