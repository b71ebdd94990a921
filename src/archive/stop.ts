/**
 * Why the reading of an archive ended before its end. `what` is a sentence for the coverage; it is told once, however
 * many layers the error passes through.
 */
export abstract class ArchiveStop extends Error {
  abstract get outcome(): 'unreadable' | 'limited';
  told = false;

  get what(): string {
    return this.message;
  }
}

/** The bytes are not what the format says, or use a part of it that is not supported. Ends one entry or container. */
export class Damage extends ArchiveStop {
  override readonly name = 'Damage';

  get outcome(): 'unreadable' | 'limited' {
    return this.message === CHECKSUM ? 'limited' : 'unreadable';
  }
}

/** A limit of the whole outer file is reached. Ends everything. */
export class BudgetSpent extends ArchiveStop {
  override readonly name = 'BudgetSpent';
  readonly outcome = 'limited';
}

export const TRUNCATED = 'Archives end in the middle; what stands before was searched.';
export const DAMAGED = 'Archives are damaged; what stands before the damage was searched.';
export const CHECKSUM = 'Contents of archives do not match their checksum; they were searched as they are.';
export const TRAILING = 'Compressed files are followed by bytes that are not compressed; those were not searched.';
export const ENCRYPTED = 'Entries of archives are encrypted and were not read.';
export const METHOD = 'Entries of archives are compressed with a method that is not supported, and were not read.';
