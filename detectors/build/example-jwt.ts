import type { ExampleMaker } from '../../src/model/detector.ts';

/** A JWT (RFC 7519) with these claims and a random signature of `signatureLength` characters, for examples. */
export function exampleJwt(make: ExampleMaker, claims: object, signatureLength: number): string {
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${make(make.base62, signatureLength)}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
