import { accountOfArn } from '../../../model/aws.ts';
import type { KeyFact } from '../../../model/facts.ts';
import type { IdentityProvider, ResourcePolicy, ServiceUse, Trust } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { CoverageRow } from '../../../model/source.ts';
import { OrganizationParts } from '../organization-parts.ts';

const EXAMPLES = 10;
/** More rows of one kind than any account has: a forged dump ends here instead of filling the memory. */
const MAX_ROWS = 1_000_000;

/** An answer of AWS as the command line writes it: its fields, and what it was asked about where that is told. */
export interface Answer {
  readonly fields: Readonly<Record<string, unknown>>;
  /** ARN or id, from the field `About` or from the file's name. */
  readonly about?: string;
}

/** Last use of an access key, of which the answer tells the user and not the key. */
export interface LastUse {
  readonly user: string;
  /** ISO 8601; absent when the key was never used. */
  readonly lastUsed?: string;
}

interface Lists {
  readonly identities: Identity[];
  readonly keys: KeyFact[];
  readonly trusts: Trust[];
  readonly resourcePolicies: ResourcePolicy[];
  readonly uses: ServiceUse[];
  readonly providers: IdentityProvider[];
}

/**
 * Gathers what answers tell, and what they leave out. Lives as long as one file is read.
 *
 * ARNs whose account is not told stand without one, such as `arn:aws:iam:::user/ci`: other files of the same account
 * fill it in.
 */
export class AnswerReader {
  readonly source: string;
  readonly lists: Lists = {
    identities: [],
    keys: [],
    trusts: [],
    resourcePolicies: [],
    uses: [],
    providers: [],
  };
  readonly organization = new OrganizationParts();
  readonly lastUses: LastUse[] = [];
  /** Accounts that the answers are of; those they only speak of are not among them. */
  readonly accounts = new Set<string>();
  /** Pages of the authorisation details, which are read together. */
  readonly detailPages: unknown[] = [];
  readonly #rows = new Map<string, { -readonly [K in keyof CoverageRow]: CoverageRow[K] } & { examples: string[] }>();
  #dropped = 0;

  constructor(source: string) {
    this.source = source;
  }

  add<K extends keyof Lists>(list: K, row: Lists[K][number]): void {
    const rows: Lists[K][number][] = this.lists[list];
    if (rows.length < MAX_ROWS) rows.push(row);
    else this.#dropped++;
  }

  /** Takes note of the account that an ARN of the answer belongs to. */
  ofAccount(arn: string | undefined): void {
    const account = arn === undefined ? undefined : accountOfArn(arn);
    if (account !== undefined) this.accounts.add(account);
  }

  /** Counts what was read, such as `Access keys of a listing read.` */
  read(what: string, count = 1): void {
    if (count > 0) this.#row('read', what, count);
  }

  /** Counts what was not, with a sentence that says how to mend it. */
  gap(outcome: Exclude<CoverageRow['outcome'], 'read'>, what: string, example?: string): void {
    const row = this.#row(outcome, what, 1);
    if (example !== undefined && row.examples.length < EXAMPLES) row.examples.push(example);
  }

  coverage(): readonly CoverageRow[] {
    const rows = [...this.#rows.values()].map(({ examples, ...row }): CoverageRow => ({
      ...row,
      ...(examples.length === 0 ? {} : { examples }),
    }));
    if (this.#dropped === 0) return rows;
    const what = `There are more than ${MAX_ROWS} rows of one kind; the rest was left out.`;
    return [...rows, { source: this.source, outcome: 'limited', unit: 'documents', count: this.#dropped, what }];
  }

  #row(outcome: CoverageRow['outcome'], what: string, count: number) {
    const key = `${outcome} ${what}`;
    const known = this.#rows.get(key) ?? {
      source: this.source,
      outcome,
      unit: 'documents',
      count: 0,
      what,
      examples: [] as string[],
    };
    this.#rows.set(key, known);
    known.count += count;
    return known;
  }
}

/** A question to AWS whose answer is known by its fields. */
export interface AnswerKind {
  /** The command that writes the answer, such as `aws iam list-access-keys`. */
  readonly command: string;
  is(fields: Answer['fields']): boolean;
  read(answer: Answer, reader: AnswerReader): void;
}

/** Items of a list that a schema takes; the others are counted as malformed, and so is a list that is none. */
export function itemsOf<T>(
  list: unknown,
  schema: { safeParse(item: unknown): { success: true; data: T } | { success: false } },
  command: string,
  reader: AnswerReader,
): readonly T[] {
  const malformed = (): void =>
    reader.gap('unreadable', `Entries of "${command}" that are malformed. They were left out: export it again.`);
  if (!Array.isArray(list)) {
    malformed();
    return [];
  }
  return list.flatMap((item: unknown): T[] => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [parsed.data];
    malformed();
    return [];
  });
}

/** Says when a page announces another one. Every listing of AWS uses one of these fields. */
export function noteTruncation({ fields }: Answer, command: string, reader: AnswerReader): void {
  const more = ['NextToken', 'nextToken', 'Marker'].some((name) => typeof fields[name] === 'string');
  if (fields['IsTruncated'] === true || (more && fields['IsTruncated'] === undefined)) {
    reader.gap('limited', `A page of "${command}" says that more follow. Export it without --max-items.`);
  }
}
