import { withCrc16 } from '../src/model/encodings/base32-crc16.ts';
import { toBase58Check } from '../src/model/encodings/base58check.ts';
import { toBech32 } from '../src/model/encodings/bech32.ts';
import { toMnemonic } from '../src/model/encodings/mnemonic.ts';
import type { Detector } from '../src/model/detector.ts';
import { anyCase } from './build/any-case.ts';
import { assignment } from './build/assignment.ts';
import { chance } from './build/example-key.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const rotate =
  'Whoever has it can move what the wallet holds, and nothing can revoke it: move everything to a wallet of new keys at once.';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const WORD = '[a-z]{3,8}';

/** Keys of wallets of crypto currencies and of Nostr. Their checksums are parts of their formats. */
export const wallets: readonly Detector[] = [
  {
    id: 'wallet-mnemonic',
    title: 'Mnemonic sentence of a wallet (BIP 39)',
    provider: 'Crypto wallet',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: [
        'mnemonic',
        'seed_phrase',
        'seedphrase',
        'seed-phrase',
        'seed phrase',
        'recovery phrase',
        'recovery_phrase',
        'recoveryphrase',
        'secret_phrase',
        'secret phrase',
        'secretphrase',
        'backup phrase',
        'wallet_phrase',
        'wallet phrase',
        'seed_words',
        'seedwords',
        'seed words',
      ],
      ignoreCase: true,
      pattern: new RegExp(
        `${anyCase('(?:mnemonic|(?:seed|recovery|secret|backup|wallet)[ _-]?(?:phrase|words))')}[^\\n]{0,40}?(?<![a-z] ?)(?<secret>${WORD}(?: ${WORD}){11}(?:(?: ${WORD}){3}){0,4})(?! ?[a-z])`,
      ),
      proof: 'context',
    },
    checks: [{ check: 'mnemonic' }],
    rotate,
    docs: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
    examples: {
      match: (make) => [
        exampleLine('MNEMONIC="', toMnemonic(chance(make, 16)), '"'),
        exampleLine("  seedPhrase: '", toMnemonic(chance(make, 32)), "',"),
      ],
      noMatch: () => [
        'MNEMONIC="your twelve word phrase goes right here between these two quotes please"',
        'MNEMONIC="${MNEMONIC}"',
        'the mnemonic is a list of words that people can write down and read aloud to others',
      ],
    },
  },
  {
    id: 'bitcoin-private-key',
    title: 'Bitcoin private key (wallet import format)',
    provider: 'Bitcoin',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['wif', 'priv', 'bitcoin', 'btc_'],
      ignoreCase: true,
      pattern: assignment('wif|priv|bitcoin|btc_', '(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KLc][1-9A-HJ-NP-Za-km-z]{51})'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'base58check' }],
    rotate,
    docs: 'https://en.bitcoin.it/wiki/Wallet_import_format',
    examples: {
      match: (make) => [
        exampleLine(
          'BTC_WIF=',
          toBase58Check(Buffer.concat([Buffer.from([0x80]), chance(make, 32), Buffer.from([1])])),
        ),
        exampleLine('"privkey": "', toBase58Check(Buffer.concat([Buffer.from([0x80]), chance(make, 32)])), '"'),
      ],
      noMatch: (make) => [`BTC_WIF=K${make('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 51)}`],
    },
  },
  {
    id: 'bip32-extended-private-key',
    title: 'Extended private key of a wallet (BIP 32)',
    provider: 'Crypto wallet',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['xprv', 'yprv', 'zprv', 'tprv', 'uprv', 'vprv'],
      pattern: token(/[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{107}/),
      proof: 'format',
    },
    checks: [{ check: 'base58check' }],
    rotate,
    docs: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
    examples: {
      match: (make) => [
        exampleLine(
          'key: ',
          toBase58Check(
            Buffer.concat([Buffer.from('0488ade4', 'hex'), chance(make, 41), Buffer.from([0]), chance(make, 32)]),
          ),
        ),
      ],
      noMatch: (make) => [`key: xprv${make('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 107)}`, 'key: xprv...'],
    },
  },
  {
    id: 'ethereum-private-key',
    title: 'Ethereum private key',
    provider: 'Ethereum',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['private', 'priv_key', 'deployer', 'wallet', 'mainnet', 'metamask'],
      ignoreCase: true,
      pattern: assignment(
        '(?:(?:eth|ethereum|evm|wallet|deployer|owner|signer|account|mainnet|metamask|polygon|goerli|sepolia)[\\w.-]{0,16})?(?:private[_.-]?key|priv_key)|(?:deployer|wallet|metamask|mainnet)[\\w.-]{0,16}(?:key|secret|pk)',
        '0x[0-9a-fA-F]{64}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }, { check: 'published' }],
    rotate,
    docs: 'https://ethereum.org/en/developers/docs/accounts/',
    examples: {
      match: (make) => [
        exampleLine('PRIVATE_KEY=', `0x${make(make.hex, 64)}`),
        exampleLine('deployerKey: "', `0x${make(make.hex, 64)}`, '"'),
      ],
      noMatch: (make) => [
        `PRIVATE_KEY=0x${'0'.repeat(64)}`,
        `transactionHash: "0x${make(make.hex, 64)}"`,
        `PRIVATE_KEY=0x${make(make.hex, 40)}`,
      ],
    },
  },
  {
    id: 'stellar-secret-seed',
    title: 'Stellar secret seed',
    provider: 'Stellar',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['stellar', 'soroban', 'secret', 'seed'],
      ignoreCase: true,
      pattern: assignment('stellar|soroban|secret|seed', 'S[A-D][A-Z2-7]{54}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'base32-crc16', wrong: 'drop' }],
    rotate,
    docs: 'https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md',
    examples: {
      match: (make) => [
        exampleLine('STELLAR_SECRET_SEED=', withCrc16(Buffer.concat([Buffer.from([0x90]), chance(make, 32)]))),
      ],
      noMatch: (make) => [`STELLAR_SECRET_SEED=SB${make('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 54)}`],
    },
  },
  {
    id: 'nostr-secret-key',
    title: 'Nostr secret key',
    provider: 'Nostr',
    kind: 'private-key',
    identity: 'unknown',
    severity: 'high',
    match: { anchors: ['nsec1'], pattern: token(new RegExp(`nsec1[${BECH32}]{58}`)), proof: 'format' },
    checks: [{ check: 'bech32' }],
    rotate: 'The key is the identity: announce a new one to the followers of this one, and stop using it.',
    docs: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
    examples: {
      match: (make) => [exampleLine('NOSTR_KEY=', toBech32('nsec', make(BECH32, 52)))],
      noMatch: (make) => [`NOSTR_KEY=nsec1${make(BECH32, 40)}`, `npub1${make(BECH32, 58)}`],
    },
  },
];
