import type { Verdict } from '../../model/access.ts';

/** What is asked of the condition of a role assignment. */
export interface ConditionRequest {
  readonly action: string;
  /** The assignment that is about to be made, where the action is to assign a role; to anybody where no principal is named. */
  readonly assigns?: { readonly role: string; readonly principal?: string; readonly principalType?: string };
}

type Token = { readonly kind: 'word' | 'text' | 'mark' | 'attribute'; readonly text: string };

/** Longer conditions are not read: the service allows 8 KB. */
const MOST_CHARACTERS = 8 * 1024;
const DEEPEST = 50;

const TOKEN =
  /\s+|(?<text>'[^']*'|"[^"]*")|(?<attribute>@\w+\[[^\]]*\])|(?<mark>&&|\|\||[(){},!])|(?<word>[\w:.\-/*]+)/y;

/** Says whether a condition lets a request pass: yes, no, or it depends on what is not known. */
export type Condition = (request: ConditionRequest) => Verdict;

/**
 * Makes the condition of a role assignment ready to be asked.
 *
 * Read are actions (`ActionMatches`) and, for the assignment of roles, the attributes RoleDefinitionId, PrincipalId and
 * PrincipalType of the request; all others depend.
 * https://learn.microsoft.com/en-us/azure/role-based-access-control/conditions-format
 */
export function compileCondition(condition: string): Condition {
  if (condition.trim() === '') return () => 'yes';
  const tokens = tokensOf(condition);
  if (tokens === undefined) return () => 'depends';
  return (request) => {
    const reader = new Reader(tokens, request);
    const verdict = reader.either(0);
    return verdict === undefined || !reader.atEnd ? 'depends' : verdict;
  };
}

function tokensOf(condition: string): readonly Token[] | undefined {
  if (condition.length > MOST_CHARACTERS) return undefined;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < condition.length) {
    const groups = TOKEN.exec(condition)?.groups;
    if (groups === undefined) return undefined;
    const { text, attribute, mark, word } = groups;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1) });
    else if (attribute !== undefined) tokens.push({ kind: 'attribute', text: attribute.toLowerCase() });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  return tokens;
}

/** Recursive descent over the grammar: or, and, not, parentheses, functions, comparisons. Undefined: not understood. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #request: ConditionRequest;
  #at = 0;

  constructor(tokens: readonly Token[], request: ConditionRequest) {
    this.#tokens = tokens;
    this.#request = request;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): Verdict | undefined {
    let verdict = this.#both(depth);
    while (verdict !== undefined && (this.#take('||') || this.#takeWord('or'))) {
      const other = this.#both(depth);
      verdict = other && (verdict === 'yes' || other === 'yes' ? 'yes' : verdict === 'no' ? other : verdict);
    }
    return verdict;
  }

  #both(depth: number): Verdict | undefined {
    let verdict = this.#single(depth);
    while (verdict !== undefined && (this.#take('&&') || this.#takeWord('and'))) {
      const other = this.#single(depth);
      verdict = other && (verdict === 'no' || other === 'no' ? 'no' : verdict === 'yes' ? other : verdict);
    }
    return verdict;
  }

  #single(depth: number): Verdict | undefined {
    if (depth > DEEPEST) return undefined;
    if (this.#take('!') || this.#takeWord('not')) {
      const verdict = this.#single(depth + 1);
      return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : verdict;
    }
    if (this.#take('(')) {
      const verdict = this.either(depth + 1);
      return this.#take(')') ? verdict : undefined;
    }
    const token = this.#next();
    if (token?.kind === 'word') return this.#call(token.text.toLowerCase());
    return token?.kind === 'attribute' ? this.#comparison(token.text) : undefined;
  }

  #call(name: string): Verdict | undefined {
    if (name === 'exists' || name === 'notexists') return this.#next()?.kind === 'attribute' ? 'depends' : undefined;
    const values = this.#values();
    if (values === undefined) return undefined;
    if (name !== 'actionmatches') return 'depends';
    const action = this.#request.action.toLowerCase();
    return values.some((value) => sameOrWildcard(value, action)) ? 'yes' : 'no';
  }

  #comparison(attribute: string): Verdict | undefined {
    const operator = this.#next();
    const values = operator?.kind === 'word' ? this.#values() : undefined;
    if (operator === undefined || values === undefined) return undefined;
    const actual = this.#valueOf(attribute);
    if (actual === undefined) return 'depends';
    const among = values.some((value) => value.toLowerCase() === actual.toLowerCase());
    switch (operator.text.toLowerCase()) {
      case 'foranyofanyvalues:guidequals':
      case 'foranyofanyvalues:stringequals':
      case 'foranyofanyvalues:stringequalsignorecase':
      case 'guidequals':
      case 'stringequals':
      case 'stringequalsignorecase':
        return among ? 'yes' : 'no';
      case 'foranyofallvalues:guidnotequals':
      case 'foranyofallvalues:stringnotequals':
      case 'foranyofallvalues:stringnotequalsignorecase':
      case 'guidnotequals':
      case 'stringnotequals':
      case 'stringnotequalsignorecase':
        return among ? 'no' : 'yes';
      default:
        return 'depends';
    }
  }

  #valueOf(attribute: string): string | undefined {
    const { assigns } = this.#request;
    switch (attribute) {
      case '@request[microsoft.authorization/roleassignments:roledefinitionid]':
        return assigns?.role;
      case '@request[microsoft.authorization/roleassignments:principalid]':
        return assigns?.principal;
      case '@request[microsoft.authorization/roleassignments:principaltype]':
        return assigns?.principalType;
      default:
        return undefined;
    }
  }

  /** One value, or several in braces. */
  #values(): readonly string[] | undefined {
    if (!this.#take('{')) {
      const token = this.#next();
      return token?.kind === 'text' || token?.kind === 'word' ? [token.text] : undefined;
    }
    const values: string[] = [];
    while (!this.#take('}')) {
      const token = this.#next();
      if (token === undefined || (token.kind !== 'text' && token.kind !== 'word')) return undefined;
      values.push(token.text);
      this.#take(',');
    }
    return values;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #take(mark: string): boolean {
    const token = this.#tokens[this.#at];
    const there = token?.kind === 'mark' && token.text === mark;
    if (there) this.#at += 1;
    return there;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    const there = token?.kind === 'word' && token.text.toLowerCase() === word;
    if (there) this.#at += 1;
    return there;
  }
}

function sameOrWildcard(pattern: string, action: string): boolean {
  const text = pattern.toLowerCase();
  return text === action || (text.endsWith('*') && action.startsWith(text.slice(0, -1)));
}
