import { hash } from 'node:crypto';
import { isUuid } from '../generic/uuid.ts';

/**
 * SHA-256 of values that their vendors publish for everyone to use, so that finding them means nothing.
 * Azurite: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
 * Cosmos DB emulator: https://learn.microsoft.com/azure/cosmos-db/emulator
 * jwt.io: the token shown on https://jwt.io, with its usual signatures, and the signatures alone, of each algorithm,
 * which people keep under claims they made up.
 * FastAPI and Flask: the keys of their tutorials, https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/ and
 * https://flask.palletsprojects.com/config/. Traefik: the hashes of the password `test` in its documents.
 * RFC 6749, RFC 6750, RFC 6455, RFC 7617, RFC 7628, RFC 8693 and RFC 9449: the clients, tokens and passwords of their
 * examples.
 * play.min.io: the key pair of the public server for trials, https://min.io/docs/minio/linux/reference/minio-mc.html
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
  'b8e148545b13c78bc74da2f1a7275dd71e56ddece129d7d2f7b3ecc06f7994da',
  '6c96130f130ab0d6d158397e24d2bcc1c9a5e73ae081f6e983f1c7b545d24a4c',
  '00cf4c781dc37003f7c7dd7d4c9a6ef1e0f4c62d9a291aa8bc398774e3fefd32',
  'a35b81a7d7927b70ec99270dd2362b88580a28574af812f2c02f56469579186f',
  'e9974c507d2a802143f614c878fcbb622a3800e05e6e0d329fee2c5b6b243329',
  'ca7459e2b26776de081b9a07e40227fd6cff232a1e3233ff6b6aa6d036ca9981',
  '53f5da0aaa93d64cd5772c554cbf940f0539e689dddbeb8f923eec3f72c02ea9',
  '584b27d64ebc1b3341f7fc9a9c3f1a54422e9a1ca3079fd5531d9f489219f8d0',
  'cf4d418ed3de92d71f767db5391d5a2dacd40e1ce49e75d1137e2ecf4982d844',
  '15cef4b629cc2d07a4563df9516739d4c8d6097eb283e5260fd59299a3c99c56',
  '1bbb9293c38acc5e510d904495845d532df64a9e5996b2ec7c86cc2e2ac33b5a',
  'df452eef23e8cf2c74af54c0c7419c05a5ec70ef4d5c2eb04082b02af8c55598',
  '58a49ad4c9c320cafafc0f9e27f3f48292eb3fe09984fb626d44b6e307263303',
  '63519ee014bf05f691bbcf1feb71a344f366810eec7418022866fef696f46c4a',
  '2ee190ab064bb334c459c529bdba1aecf9f24b1462a66c04283f676c546aec47',
  '570f50924fba2e11f80b42463a720bf7a242fa950439171192078ef72ad851d7',
  'ba72c23f3953926d60eb6eca0016baf5c89d28434790bab2c860846afd09173e',
  '2d5b07fb8139fde810a85d62a6a89b4a245236c8bc403dbbe039e2ece6f9ada8',
  '7d41f23b6af66770d9e7712c36b5816f4c565e868dcb9f4888a080aa4b26404a',
  '773a99719bc95cab7873ff6979bad5cf3eadeb184684aaa165abf373bbc15dbd',
  'b18cf97d6c8ac38232c5bed6c922240a4fd1954e052bf9df013c6c95e0dd9b6f',
]);

/**
 * UUIDs that documents and generators write as examples, also with another end: the first 32 digits of the SHA-256 of
 * their first three groups. The namespaces and test vectors of RFC 4122 and RFC 9562, and the examples of Wikipedia,
 * OpenAPI, PostgreSQL, the package uuid of npm, and Phoenix.
 */
const SAMPLE_UUIDS: ReadonlySet<string> = new Set([
  '9a956951950536ed1d06da0171984d85',
  '270417d15afe907c9ce8962142cc5d35',
  '61dadcb751322d645c894b677c82f859',
  'a4ce03e887617140af55c73c2e9ce6c6',
  'e64b7de08b1be2f204cc68f414ed3e09',
  'e28fb0604038b2dbb25e895b199732ed',
  'f6a767348b8f5b9479133d3cc56da6ae',
  'f0fc52c4e1db89cc4caf14ac57cd162c',
  'f9645ca817f31cd376a1a8c612adcde9',
  'e93dd7835f3d8f07e03f36d014695f90',
  'a3747d35e572247a4656415e04061f63',
  '58601457f31965301606b06fcdfe9410',
  '4cd09954f398bd9a2b267e4e31a5b6ae',
  '726a6e5fbd0a9338654c5d4598bdcdf1',
  '69ceb0f16b632303a4fe8706c5397ed4',
  '98d1938167d560a7ecc95bc518860c56',
  'fa29b5956d7939e4bbaf462ed886a9e2',
  '9512eba22abde4a604494932ad69cc77',
]);
const THREE_GROUPS = 18;
const DIGITS = 32;

/** True for published emulator keys and documentation's sample tokens and UUIDs. */
export function isKnownPublic(value: string): boolean {
  if (isUuid(value))
    return SAMPLE_UUIDS.has(hash('sha256', value.toLowerCase().slice(0, THREE_GROUPS)).slice(0, DIGITS));
  return PUBLIC_VALUES.has(hash('sha256', Buffer.from(value, 'latin1')));
}

/** Beginnings of the key pair in the documentation of AWS, that tutorials and training grounds change a little. */
const ALTERED_EXAMPLE = /IOSFOD[DN]{2}7|wJalrXUtnFEMI/;

/** True for what somebody made out of a documented example: it opens nothing, and yet stands where a key belongs. */
export function isAlteredExample(value: string): boolean {
  return ALTERED_EXAMPLE.test(value);
}
