import type { Detector, DetectorExample } from '../src/model/detector.ts';

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
      pattern: /(?<![\w-])https:\/\/[a-z0-9-]{3,24}\.vault\.azure\.net(?:\/secrets\/[A-Za-z0-9-]{1,127})?/,
      lookBehind: 32,
      proof: 'format',
    },
    docs: 'https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates',
    examples: {
      match: () => [
        named('url = "', 'https://orders-prod.vault.azure.net', '/"'),
        named('- secret: ', 'https://orders-prod.vault.azure.net/secrets/hook'),
      ],
      noMatch: () => ['https://x.vault.azure.net', 'see https://learn.microsoft.com/azure/key-vault'],
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
      pattern: /(?<![\w:-])arn:aws[a-z-]{0,7}:secretsmanager:[a-z0-9-]{5,25}:\d{12}:secret:[\w/+=.@-]{1,512}/,
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
      pattern: /(?<![\w:-])arn:aws[a-z-]{0,7}:ssm:[a-z0-9-]{5,25}:\d{12}:parameter\/[\w/.-]{1,512}/,
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
      pattern: /(?<![\w:-])arn:aws[a-z-]{0,7}:iam::\d{12}:role\/[\w+=,.@/-]{1,512}/,
      lookBehind: 48,
      maxLength: 640,
      proof: 'format',
    },
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    examples: {
      match: () => [named('role_arn = ', 'arn:aws:iam::111122223333:role/platform-deploy')],
      noMatch: () => ['arn:aws:iam::*:role/*', 'arn:aws:iam::${account}:role/deploy', 'path: /:role/edit'],
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
      pattern: /(?<![\w.-])[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z][a-z0-9-]{4,28}[a-z0-9]\.iam\.gserviceaccount\.com/,
      lookBehind: 64,
      proof: 'format',
    },
    docs: 'https://cloud.google.com/iam/docs/service-account-overview',
    examples: {
      match: () => [named('serviceAccount: ', 'orders-sync@shop-production.iam.gserviceaccount.com')],
      noMatch: () => ['@PROJECT.iam.gserviceaccount.com', 'iam.gserviceaccount.com'],
    },
  },
];
