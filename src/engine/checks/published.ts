import { hash } from 'node:crypto';
import type { CheckFacts } from './verdict.ts';

/** Hex digits of the digests kept: nobody makes a second value of the same 128 bits. */
const DIGITS = 32;
const HARDHAT = 'an account of the test networks of Hardhat and Foundry';

/**
 * Wallet keys and sentences that everybody has: beginnings of the SHA-256 of the value in small letters, without `0x`.
 * https://hardhat.org/hardhat-network/docs/reference
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki#test-vectors
 * https://archive.trufflesuite.com/docs/truffle/getting-started/using-truffle-develop-and-the-console/
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  bc1a50966c9e6486bc4ebf880b51611a: HARDHAT,
  '8335c55334821eefd4334369ff9c04a8': HARDHAT,
  b26ab6529d20ebebb4192256f2029847: HARDHAT,
  '64034b44c579b335ab5e85debbfe7278': HARDHAT,
  '4d3e46eec8244d1d106f866ee48994f6': HARDHAT,
  f79cd64f9cea237897b8133e4b905b36: 'the sentence of the test networks of Hardhat and Foundry',
  '9c5d0a6656e5d3f36601d0bf98762be0': 'the sentence of Ganache',
  b83e96417f61cb148d0dc8a89b839ee4: 'the sentence of Truffle',
  c557eec878dfd852ba3f88087c4f350f: 'a test vector of BIP 39',
  '69be79ef3c28f55d7cb84db2dd3c18df': 'a test vector of BIP 39',
  ecb0e7ba498c5920991f0b3483e91f7a: 'a test vector of BIP 39',
};

/** The fact that says whose published value it is; undefined for all others. */
export function publishedValue(value: string): CheckFacts | undefined {
  const plain = value
    .toLowerCase()
    .replace(/^0x/, '')
    .replaceAll(/[\s,_-]+/g, ' ')
    .trim();
  const owner = PUBLISHED[hash('sha256', plain).slice(0, DIGITS)];
  return owner === undefined ? undefined : { published: owner };
}
