import type { Check } from '../../model/detector.ts';

/** What a check asks of a value, as the end of a sentence that begins with the value. */
export function checkInWords(check: Check): string {
  switch (check.check) {
    case 'entropy':
      return `has at least ${check.min} bits of entropy a character`;
    case 'not-placeholder':
      return 'is no stand-in: no example word, row of keys, repetition or reference to a variable';
    case 'crc32-base62':
      return `ends in the CRC-32 of the rest, in ${check.digits} digits of base 62`;
    case 'crc32-hex':
      return 'carries the CRC-32 of the rest in 8 hexadecimal digits';
    case 'crc32-base64-le':
      return 'carries the CRC-32 of its body in base64';
    case 'aws-key-id':
      return 'decodes to the number of an AWS account';
    case 'jwt':
      return 'parses as a signed JSON Web Token';
    case 'pem-private-key':
      return 'parses as a private key in PEM';
    case 'crc32-base36':
      return `ends in the CRC-32 of the rest, in ${check.digits} digits of base 36`;
    case 'base64-private-key':
      return 'decodes from base64 to a private key or a key store';
    case 'putty-private-key':
      return 'parses as a private key of PuTTY';
    case 'ssh2-private-key':
      return 'parses as a private key of SSH.COM';
    case 'der-private-key':
      return 'parses as a private key in DER or of OpenPGP';
    case 'key-store':
      return 'is a key store of Java, of Bouncy Castle or of PKCS #12 that holds a private key';
    case 'atlassian-token':
      return 'decodes to a number and random bytes, as tokens of Atlassian do';
    case 'bech32':
      return 'bears out its Bech32 checksum';
    case 'base58check':
      return 'bears out its Base58Check checksum';
    case 'base32-crc16':
      return 'ends in the CRC-16 of the rest, in base32';
    case 'mnemonic':
      return 'is a sentence of BIP 39 words with the right checksum';
    case 'published':
      return 'is no published key of a wallet that everybody has';
    case 'json-fields':
      return `stands in JSON that has ${check.fields.join(', ')}`;
    case 'base64-prefix':
      return `decodes from base64 to bytes that begin with ${check.hex}`;
    case 'url-password':
      return 'is the password of a URL, neither empty nor a stand-in, and its host is no example';
    case 'ntlm-message':
      return 'holds the answer of an NTLM handshake, and its user is no stand-in';
    case 'basic-auth':
      return 'decodes to user and password of HTTP Basic, and the password is no stand-in';
    case 'mixed':
      return `has ${[...new Set(check.classes)].map((each) => CLASSES[each] ?? each).join(', ')}`;
    case 'not-words':
      return 'is no everyday password and not made of words alone';
    case 'not-everyday':
      return 'is no everyday password';
    case 'expected':
      return 'has the shape that its provider gives it, or is doubtful';
    case 'not-template':
      return 'is no template of a password, though it may be a weak one';
    case 'credential-name':
      return check.alone === undefined
        ? 'is given a name that says key, token, secret or password'
        : 'is given a name that says key, token, secret or password, or just the name of the provider and looks random';
    case 'secret-entry':
      return 'is called a credential, or is called nothing else and looks drawn by chance';
    case 'section-entry':
      return 'has a name in its section that may be whose secret it is';
    case 'identifier-name':
      return 'is given a name that says no more than that it identifies';
    case 'outside-examples':
      return 'stands in no test, example or document';
    case 'generic-assignment':
      return 'weighs enough as a credential, by name, form, rarity and file together';
  }
}

const CLASSES: Readonly<Record<string, string>> = { u: 'a capital letter', l: 'a small letter', d: 'a digit' };

/** How sure a match of a detector is that passes all its checks, before any of them proves it. */
export const PROOF_IN_WORDS = {
  checksum: 'a checksum in the value is right',
  structure: 'the value parses as its format',
  format: 'the value itself is distinctive',
  context: 'the words beside the value say what it is',
} as const;
