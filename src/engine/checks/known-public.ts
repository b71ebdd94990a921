import { hash } from 'node:crypto';

/**
 * SHA-256 of values that their vendors publish for everyone to use, so that finding them means nothing.
 * Azurite: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
 * Cosmos DB emulator: https://learn.microsoft.com/azure/cosmos-db/emulator
 * jwt.io: the token shown on https://jwt.io, with its two usual signatures, and the signatures alone, which people keep
 * under claims they made up.
 * FastAPI and Flask: the keys of their tutorials, https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/ and
 * https://flask.palletsprojects.com/config/. Traefik: the hashes of the password `test` in its documents.
 */
const PUBLIC_VALUES: ReadonlySet<string> = new Set([
  '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059',
  'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615',
  '7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606',
  'da816f9f2c16e6c5390e7636cadc40c43551bf0bbcf8f36c65539e6633a9c5e8',
  '051d093c4bdedbf23f905ad01d9c6111414d54e2170e1d7f76657c4e76e3e65b',
  '08831f80b56414a9a76dacd6b428d735b56cbbb222d96efbbc0c18f3e9acaafc',
  '0998bb2db31482a8d0df64c71d9a65f87abb81149967bebda4c1769578041ca8',
  '570dad43de1af4c925f92c16a68a50936da42b7dd6fdeb24850507a1199aac89',
  '2598f7d6adc142d88161630f3db12ab2bd3403521c281811e5e1ce60d4ac5d76',
  '9cb335cb7b5fb805934637d85c4f57c695baac019c0a57ceffd0afe43144c9cb',
  '9a3eed6a1158c5e18f68177656f85daeb345125192541918122f112f8326ecd6',
  '994f6dfd28458f7bfc9f2c8114c98173ebd3c24a1a99539c6b0ad9fade29d8cc',
]);

/** True for published emulator keys and documentation's sample tokens. */
export function isKnownPublic(value: string): boolean {
  return PUBLIC_VALUES.has(hash('sha256', Buffer.from(value, 'latin1')));
}

/** Beginnings of the key pair in the documentation of AWS, that tutorials and training grounds change a little. */
const ALTERED_EXAMPLE = /IOSFOD[DN]{2}7|wJalrXUtnFEMI/;

/** True for what somebody made out of a documented example: it opens nothing, and yet stands where a key belongs. */
export function isAlteredExample(value: string): boolean {
  return ALTERED_EXAMPLE.test(value);
}
