/** A thing that the judgement of an assignment weighs. */
export interface Feature<Of> {
  readonly name: string;
  /** Whether it is there; or a share. */
  readonly amount: (of: Of) => number | boolean;
  /** Counts twice, once for names of all kinds and once for those of the kind in question. */
  readonly byKind: boolean;
}
