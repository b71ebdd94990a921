import type { Check } from '../../model/detector.ts';
import { awsKeyId } from './aws-key-id.ts';
import { atlassianToken, base64Prefix } from './base64-prefix.ts';
import { basicAuth } from './basic-auth.ts';
import { credentialName, identifierName } from './credential-name.ts';
import { crc32Base36, crc32Base62, crc32Base64, crc32Hex } from './crc32.ts';
import { base32Crc16, base58Check, bech32, mnemonic } from './encoded-key.ts';
import { shannonEntropy } from './entropy.ts';
import { isEverydayWord } from './everyday.ts';
import { jsonFields } from './json-fields.ts';
import { jwt } from './jwt.ts';
import { isAlteredExample } from './known-public.ts';
import { mixed } from './mixed.ts';
import { isPlaceholder } from './not-placeholder.ts';
import { notTemplate } from './not-template.ts';
import { notWords } from './not-words.ts';
import { ntlmMessage } from './ntlm-message.ts';
import {
  base64PrivateKey,
  derPrivateKey,
  keyStore,
  pemPrivateKey,
  puttyPrivateKey,
  ssh2PrivateKey,
} from './private-key.ts';
import { publishedValue } from './published.ts';
import { secretEntry } from './secret-entry.ts';
import { sectionEntry } from './section-entry.ts';
import { urlPassword } from './url-password.ts';
import { DROP, KEEP, KEEP_DOUBTFUL } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Compiled once for each source. */
const shapes = new Map<string, RegExp>();

function shapeOf(source: string): RegExp {
  const shape = shapes.get(source) ?? new RegExp(source);
  shapes.set(source, shape);
  return shape;
}

/** Every check but those that look at paths. */
export type PlainCheck = Exclude<Check, { readonly check: 'generic-assignment' | 'outside-examples' }>;

/** Runs one named check. */
export function runCheck(check: PlainCheck, input: CheckInput): Verdict {
  const { value } = input;
  switch (check.check) {
    case 'entropy':
      return shannonEntropy(value) < check.min ? DROP : KEEP;
    case 'not-placeholder':
      if (isPlaceholder(value)) return DROP;
      return isAlteredExample(value) ? KEEP_DOUBTFUL : KEEP;
    case 'crc32-base62':
      return crc32Base62(value, check);
    case 'crc32-hex':
      return crc32Hex(value, check);
    case 'crc32-base64-le':
      return crc32Base64(value, check);
    case 'aws-key-id':
      return awsKeyId(value);
    case 'jwt':
      return jwt(value);
    case 'pem-private-key':
      return pemPrivateKey(value);
    case 'base64-private-key':
      return base64PrivateKey(value);
    case 'putty-private-key':
      return puttyPrivateKey(input);
    case 'ssh2-private-key':
      return ssh2PrivateKey(value);
    case 'der-private-key':
      return derPrivateKey(value);
    case 'key-store':
      return keyStore(value);
    case 'json-fields':
      return jsonFields(input, check.fields);
    case 'base64-prefix':
      return base64Prefix(value, check.skip, check.hex, check.wrong);
    case 'atlassian-token':
      return atlassianToken(value, check.skip);
    case 'crc32-base36':
      return crc32Base36(value, check.digits);
    case 'bech32':
      return bech32(value);
    case 'base58check':
      return base58Check(value);
    case 'base32-crc16':
      return base32Crc16(value, check.wrong);
    case 'mnemonic':
      return mnemonic(value);
    case 'published': {
      const facts = publishedValue(value);
      return facts === undefined ? KEEP : { verdict: 'keep', facts };
    }
    case 'url-password':
      return urlPassword(input);
    case 'ntlm-message':
      return ntlmMessage(value);
    case 'basic-auth':
      return basicAuth(value);
    case 'mixed':
      return mixed(value, check.classes);
    case 'not-words':
      return notWords(value);
    case 'not-everyday':
      return isEverydayWord(value) ? DROP : KEEP;
    case 'expected':
      return shapeOf(check.shape).test(value) ? KEEP : KEEP_DOUBTFUL;
    case 'not-template':
      return notTemplate(value);
    case 'credential-name':
      return credentialName(input, check.alone);
    case 'identifier-name':
      return identifierName(input);
    case 'secret-entry':
      return secretEntry(input);
    case 'section-entry':
      return sectionEntry(input);
  }
}
