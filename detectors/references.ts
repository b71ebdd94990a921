import type { Detector, DetectorExample } from '../src/model/detector.ts';
import { chance, der, integer, oid, sequence } from './build/example-key.ts';

/** A name of something kept elsewhere; no secret, so the examples may stand whole. */
const named = (before: string, target: string, after = ''): DetectorExample => ({
  text: `${before}${target}${after}`,
  secret: target,
});

const base = {
  kind: 'other',
  severity: 'info',
  identifier: true,
  extract: ['reference-target'],
  rotate: 'Nothing to rotate: the text names a secret, it does not hold one.',
} as const;

/** An account id; not those of documentation and tests, which belong to nobody. */
const ACCOUNT = '(?!123456789012|012345678901|(?<digit>\\d)\\k<digit>{11})\\d{12}';
/** Names of documentation: nobody's vault or project is called so. */
const STAND_IN = '(?:your|my|example|sample|contoso|test)-?';

/**
 * Not credentials: names of secrets, stores, roles and service accounts. They tell who uses what, so that a vault or a
 * role that two domains share is seen.
 */
export const references: readonly Detector[] = [
  {
    ...base,
    id: 'azure-key-vault-reference',
    title: 'Azure Key Vault reference',
    provider: 'Azure',
    identity: 'unknown',
    reference: 'store',
    match: {
      anchors: ['.vault.azure.net'],
      // The vault alone: which secret is read matters less than that the vault is.
      pattern: new RegExp(
        `(?<![\\w-])https://(?!${STAND_IN}(?:key)?-?vault|(?:key)?-?vault-?name|your-|abcde)[a-z0-9-]{3,24}\\.vault\\.azure\\.net(?:/secrets/[A-Za-z0-9-]{1,127})?`,
      ),
      lookBehind: 32,
      proof: 'format',
    },
    docs: 'https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates',
    examples: {
      match: () => [
        named('url = "', 'https://orders-prod.vault.azure.net', '/"'),
        named('- secret: ', 'https://orders-prod.vault.azure.net/secrets/hook'),
      ],
      noMatch: () => [
        'https://x.vault.azure.net',
        'https://mykeyvault.vault.azure.net/secrets/hook',
        'see https://learn.microsoft.com/azure/key-vault',
      ],
    },
  },
  {
    ...base,
    id: 'aws-secrets-manager-reference',
    title: 'AWS Secrets Manager reference',
    provider: 'AWS',
    identity: 'unknown',
    reference: 'store',
    match: {
      anchors: [':secretsmanager:'],
      pattern: new RegExp(
        `(?<![\\w:-])arn:aws[a-z-]{0,7}:secretsmanager:[a-z0-9-]{5,25}:${ACCOUNT}:secret:[\\w/+=.@-]{0,511}[\\w+=@-]`,
      ),
      lookBehind: 16,
      maxLength: 640,
      proof: 'format',
    },
    docs: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html',
    examples: {
      match: () => [named('valueFrom: ', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-AbCdEf')],
      noMatch: () => ['arn:aws:secretsmanager:*:*:secret:*', 'arn:aws:s3:::bucket'],
    },
  },
  {
    ...base,
    id: 'aws-ssm-parameter-reference',
    title: 'AWS SSM parameter reference',
    provider: 'AWS',
    identity: 'unknown',
    reference: 'store',
    match: {
      anchors: [':parameter/'],
      pattern: new RegExp(
        `(?<![\\w:-])arn:aws[a-z-]{0,7}:ssm:[a-z0-9-]{5,25}:${ACCOUNT}:parameter/[\\w/.-]{0,511}[\\w-]`,
      ),
      lookBehind: 64,
      maxLength: 640,
      proof: 'format',
    },
    docs: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
    examples: {
      match: () => [named('"', 'arn:aws:ssm:eu-central-1:111122223333:parameter/orders/password', '"')],
      noMatch: () => ['arn:aws:ssm:*:*:parameter/*', 'GET /:parameter/list'],
    },
  },
  {
    ...base,
    id: 'aws-role-reference',
    title: 'AWS role reference',
    provider: 'AWS',
    identity: 'role',
    reference: 'role',
    match: {
      anchors: [':role/'],
      // A name may hold dots and commas; at its end they belong to the sentence.
      pattern: new RegExp(`(?<![\\w:-])arn:aws[a-z-]{0,7}:iam::${ACCOUNT}:role/[\\w+=,.@/-]{0,511}[\\w+=@-]`),
      lookBehind: 48,
      maxLength: 640,
      proof: 'format',
    },
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    examples: {
      match: () => [
        named('role_arn = ', 'arn:aws:iam::111122223333:role/platform-deploy'),
        named('It assumes ', 'arn:aws:iam::111122223333:role/platform-deploy', ', as its trust says.'),
      ],
      noMatch: () => [
        'arn:aws:iam::123456789012:role/deploy',
        'arn:aws:iam::*:role/*',
        'arn:aws:iam::${account}:role/deploy',
        'path: /:role/edit',
      ],
    },
  },
  {
    ...base,
    id: 'gcp-service-account-reference',
    title: 'Google Cloud service account reference',
    provider: 'Google Cloud',
    identity: 'service-account',
    reference: 'identity',
    match: {
      anchors: ['.iam.gserviceaccount.com'],
      pattern: new RegExp(
        `(?<![\\w.-])(?!your-)[a-z][a-z0-9-]{4,28}[a-z0-9]@(?!${STAND_IN}(?:gcp-)?project(?:-id)?\\.)[a-z][a-z0-9-]{4,28}[a-z0-9]\\.iam\\.gserviceaccount\\.com`,
      ),
      lookBehind: 64,
      proof: 'format',
    },
    docs: 'https://cloud.google.com/iam/docs/service-account-overview',
    examples: {
      match: () => [named('serviceAccount: ', 'orders-sync@shop-production.iam.gserviceaccount.com')],
      noMatch: () => [
        'your-service@your-project.iam.gserviceaccount.com',
        '@PROJECT.iam.gserviceaccount.com',
        'iam.gserviceaccount.com',
      ],
    },
  },
  {
    ...base,
    id: 'x509-certificate',
    title: 'X.509 certificate',
    provider: 'Certificate',
    identity: 'unknown',
    reference: 'identity',
    extract: ['certificate'],
    match: {
      anchors: ['-----BEGIN CERTIFICATE-----', '-----BEGIN TRUSTED CERTIFICATE-----', 'X509Certificate>'],
      pattern:
        /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[A-Za-z0-9+/=\s\\"'`,+|>]{64,15000}-----END|X509Certificate>\s{0,80}(?<secret>MII[A-Za-z0-9+/=\s]{64,15000})</,
      maxLength: 16_000,
      proof: 'format',
      multiLine: true,
    },
    rotate: 'Nothing to rotate: a certificate is public. Its private key may stand elsewhere.',
    docs: 'https://www.rfc-editor.org/rfc/rfc5280',
    examples: {
      match: (make) => {
        const secret = `-----BEGIN CERTIFICATE-----\n${make(make.base64, 64)}\n${make(make.base64, 64)}\n-----END`;
        return [{ text: `${secret} CERTIFICATE-----\n`, secret, path: 'tls.crt' }];
      },
      noMatch: () => [
        '-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----',
        'the X509Certificate> of the service',
      ],
    },
  },
  {
    ...base,
    id: 'x509-certificate-file',
    title: 'X.509 certificate in DER',
    provider: 'Certificate',
    identity: 'unknown',
    reference: 'identity',
    extract: ['certificate'],
    match: {
      // Version 3 and the tag of the serial number.
      anchors: ['\x03\x02\x01\x02\x02'],
      pattern: /(?<![^])0\x82[^][^]0(?:\x82[^]|\x81)[^]\xa0\x03\x02\x01\x02\x02[^]{200,15000}/,
      lookBehind: 9,
      maxLength: 16_000,
      proof: 'format',
      multiLine: true,
      ends: 'der',
    },
    rotate: 'Nothing to rotate: a certificate is public. Its private key may stand elsewhere.',
    docs: 'https://www.rfc-editor.org/rfc/rfc5280',
    examples: {
      match: (make) => {
        const inner = sequence(der(0xa0, integer(2)), integer(1, 2, 3), chance(make, 300));
        const secret = sequence(inner, sequence(oid('2a864886f70d01010b')), chance(make, 256)).toString('latin1');
        return [{ text: secret, secret, path: 'tls.cer', binary: true }];
      },
      noMatch: () => ['0\x82 \x03\x02\x01\x02\x02'],
    },
  },
];
