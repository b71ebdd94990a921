import { createHash } from 'node:crypto';

/**
 * SHA-256 of values that their vendors publish for everyone to use, so that finding them means nothing.
 * Azurite: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
 * Cosmos DB emulator: https://learn.microsoft.com/azure/cosmos-db/emulator
 * jwt.io: the token shown on https://jwt.io, with its two usual signatures.
 */
const PUBLIC_VALUES: ReadonlySet<string> = new Set([
  '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059',
  'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615',
  '7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606',
  'da816f9f2c16e6c5390e7636cadc40c43551bf0bbcf8f36c65539e6633a9c5e8',
]);

/** True for published emulator keys and documentation's sample tokens. */
export function isKnownPublic(value: string): boolean {
  return PUBLIC_VALUES.has(createHash('sha256').update(value, 'latin1').digest('hex'));
}
