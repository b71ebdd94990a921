/** Object ids in hex: 40 digits of SHA-1 or 64 of SHA-256. */
export type ObjectFormat = 'sha1' | 'sha256';

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

/** Bytes of an object id. */
export function objectIdBytes(format: ObjectFormat): number {
  return format === 'sha1' ? 20 : 32;
}

/** The id of the tree without entries, which git knows without storing it. */
export function emptyTree(format: ObjectFormat): string {
  return format === 'sha1'
    ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';
}

/** Where git would keep the object were it loose: the name of what no tree names. */
export function objectPath(oid: string): string {
  return `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
}
