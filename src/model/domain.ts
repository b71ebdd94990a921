/** Class of an identity domain: whose identities it serves. */
export type DomainClass = 'customer' | 'workforce' | 'partner' | 'machine' | 'other';

/** A domain as it stands in the report: what was declared, and what was put into it. */
export interface Domain {
  /** Key in the configuration, such as `customer`. */
  readonly id: string;
  readonly class: DomainClass;
  readonly title: string;
  readonly owner?: string;
  readonly sponsor?: string;
  readonly riskOwner?: string;
  /** Settings stated in the configuration, as written: review cadence, rotation, contract. */
  readonly policy: Readonly<Record<string, string>>;
  /** Counts by what was assigned. */
  readonly assigned: {
    readonly sources: number;
    readonly credentials: number;
    readonly identities: number;
    readonly stores: number;
    readonly findings: number;
  };
}

/** Something two rules of equal weight put into different domains: listed, never guessed. */
export interface Undecided {
  readonly what: string;
  readonly candidates: readonly string[];
  readonly because: readonly string[];
}
