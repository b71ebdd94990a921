import { hash } from 'node:crypto';

/** Hex digits of the digests kept: nobody makes a second key of the same 128 bits. */
const DIGITS = 32;

/**
 * Keys that everybody has: beginnings of the SHA-256 of their bytes, computed from the files as they were published.
 * https://github.com/hashicorp/vagrant/tree/main/keys
 * https://github.com/python/cpython/tree/main/Lib/test/certdata
 * https://github.com/golang/go/tree/master/src/crypto, src/net/http/internal/testcert
 * https://github.com/paramiko/paramiko/tree/main/tests
 * https://www.rfc-editor.org/rfc/rfc8410#section-10.3
 */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'the insecure key of Vagrant': ['56fb5326a1d72a4080d4870034ecac85', 'c68c1b1e6727cd0ed7cf48b926e4d0ae'],
  'a test key of Python': [
    '0184db1f82d1cba10b02c4e694626bc0',
    '04fdc27881ec43f2aea470b2e35248c7',
    '082122d34a0c10fff1f576f2c89994f9',
    '098136f59b60cc0d26fcb3d6d6135df0',
    '0a5d37ad1b744b5a9ac0a34c5d38589f',
    '0e0697954830abae4b8494104d48e47d',
    '1093f6ea15cfb2f9a29f133f3ce5d621',
    '24639cdb7b362df29370ae5015846811',
    '30325068603a16a0d32a8da3c8a9aa8a',
    '34b57c7e4b9121ffa6ebf1bfa3b08fb9',
    '47698284e7e71daff14ae45877645ca5',
    '4cf2a44a9f940b127ceb8d6a6b26f527',
    '4ff6fb05a3da6ae554cb221b2582dfd5',
    '676951ec40b98fb590e4288fe2398dd5',
    '6f120e9f72fd4537b105ece76404ac7c',
    '73f9064b8a4be3e0e90b8f9f8dde7d28',
    '783955de94876aadde261d238d0c583d',
    '810b2b7f978cd2df00525ce6363a5ba4',
    '83d4d09f6eb606261e76d552a3c97839',
    '8547eb983f31a4007d9b636a2e8bee1d',
    '85f11ff5a5107ed9de2610a3856f7d3e',
    '8ffef375b96e952822d034e7c96bb819',
    '9fb1ee4f614279a73c49b0b1564de9fc',
    'a70f24304eba8198371c7417f048777d',
    'aa937c270bfefeacce13f7d21cb21f3f',
    'aaa20ba84e1bafab8dca4623e4005020',
    'bed0ab27bb11479e12c278f789d2843a',
    'cf1db3df60313e91a53c55e364963c67',
    'd571cb8b3c8c569f12dbf2e995169033',
    'e10264e38e69d0aef15c33df4629e08f',
    'f022ad7b79455ba6902112002260e341',
    'f139e02d7543073fde805889d553a384',
    'fb7f6509e3ab7681d618d8a5fee0b0c3',
  ],
  'a test key of Go': [
    '2969756f083bf0f0339a802fb00f3f90',
    '524482b3ee5521dbd604eb1b66e81d36',
    '5882709c242c6f47cef05fb6a6013220',
    '5b4987056f18a931077975a0c6153424',
    '5df27b5f54a222bb4cd324bc48d72642',
    '662640ac029f0eb86102c9855e09fafd',
    '8128f28f93655bef9146a47c4b521b3c',
    '9e02f42b085f7bff9a608918a8d2df61',
    'a3be0fb09189936daff74a5044022488',
    'b82f75e10b478b531bbb2d1498cb4c87',
    'd03e32d8f0439fe63c7eb7b27030314e',
    'df3dfda8bb499fb2f64727602d99f3a3',
    'e2ac7fcd46da564137cc22368d3737e2',
    'eaad1edc3fe076e48dbd09bfc283b057',
    'f4bc33af9551538bee0164508cfaa62a',
    'fc5d71d939be498aa4f67a0413f7caae',
    'ffdff0657e09322f4e6044cffe186e48',
  ],
  'a test key of Paramiko': [
    '06e7389b22ff4370213b9c1efce39d86',
    '08a6c9165d9ce695a23ba80e52c27463',
    '2bfe360b17455a8f5fa70f5fb306b045',
    '33b46df431236d220974b1d68a17b23a',
    '361721ece86b2732a41b2a31cea9f47b',
    '9c0ba9b4f3e7993a90ff9572fbf1670b',
    '9f2e9f308d33a3690378b66f9d781390',
    'b1a22da21484690a5c5f5e117f16d237',
    'b2c1ad01558ec9f7165a4ec5fefe8fe6',
    'bf54baad27962929fa4f8fdcdb688c9b',
    'c6fd92719dc3c79142e0cf934faf8f98',
    'c77c0a9265ff296bf3a15f19aba0c7f3',
    'c957c2510666c48898ec99081fb86539',
    'cd31b2c71ecab6d599bd6f53d14fa544',
    'd886fca5fc87afc7c9423b1bfccb333d',
    'e4feee3f7a55cb771d44be1f6725fd74',
    'ef6a8a694053bed1b24226d33dc2a692',
    'f145f5a794a620ef0ef457ee3092d1ec',
    'f960bf3adfdfd6c7b688f4acfc424acc',
  ],
  'the example of RFC 8410': ['80b885d1af82668ad76d1c5a1a916b5b'],
};

const owners = new Map(Object.entries(PUBLISHED).flatMap(([owner, digests]) => digests.map((each) => [each, owner])));

/** Whose published key the bytes are; `undefined` for all that nobody published on purpose. */
export function publishedKey(bytes: Uint8Array): string | undefined {
  return owners.get(hash('sha256', bytes).slice(0, DIGITS));
}
