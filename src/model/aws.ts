/**
 * Names under which an AWS identity's {@link Identity.attributes} are kept: written by the connector, printed by
 * reports, asked by checks.
 */
export const AWS_ATTRIBUTE = {
  /** `enabled` or `disabled`; absent when the source does not say. */
  consolePassword: 'console password',
  consoleLastUsed: 'console last used',
  /** `active` or `none`; absent when the source does not say. */
  mfa: 'MFA',
  path: 'path',
  /** Such as `AIDA…` of a user; policies and conditions name principals by it. */
  uniqueId: 'unique id',
  /** ARN of the policy. */
  boundary: 'permissions boundary',
  /** `never in the tracking period` when AWS tracked the role and saw no use. */
  use: 'use',
  groups: 'groups',
  /** Names of the instance profiles that a role stands in, or {@link AWS_NO_PROFILE}; absent when the source does not say. */
  instanceProfiles: 'instance profiles',
  description: 'description',
} as const;

/** Value of {@link AWS_ATTRIBUTE.instanceProfiles} of a role that stands in none. */
export const AWS_NO_PROFILE = 'none';

/** Value of {@link AWS_ATTRIBUTE.use}. AWS tracks the last use of roles for 400 days. */
export const AWS_NEVER_USED = 'never in the tracking period';

/**
 * How {@link KeyFact.slot} begins for AWS's credentials that are no access keys: written by the connector, asked by checks.
 */
export const AWS_SLOT = {
  /** The service's name follows, such as `bedrock.amazonaws.com`. */
  service: 'service-specific credential for ',
  signing: 'signing certificate',
  ssh: 'SSH public key',
  /** The certificate's name follows. */
  server: 'server certificate ',
  /** The root user's key that the account summary counts; it gives way to what the credential report says. */
  summary: 'access key of the account summary',
} as const;

/** Account of an ARN: its fifth field, where that is a twelve-digit number. */
export function accountOfArn(arn: string): string | undefined {
  const account = arn.split(':', 6)[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PREFIX = 4;
const HIGHEST_ACCOUNT = 999_999_999_999n;

/**
 * AWS account that an access key id or another unique id belongs to, as 12 digits, read from the id alone; `undefined`
 * for ids of the old generation. Characters 5 to 20 are base32 (RFC 4648); bits 1 to 40 are the account, and bit 0
 * marks the new generation.
 *
 * Checked against the ids of a real account and the example of
 * https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489.
 */
export function awsAccount(id: string): string | undefined {
  if (!/^[A-Z]{4}[A-Z2-7]{16}/.test(id)) return undefined;
  let bits = 0n;
  for (const char of id.slice(PREFIX, PREFIX + 10)) bits = (bits << 5n) | BigInt(BASE32.indexOf(char));
  const head = bits >> 2n;
  const isNewGeneration = head >> 47n === 1n;
  const account = (head & 0x7fff_ffff_ff80n) >> 7n;
  if (!isNewGeneration || account === 0n || account > HIGHEST_ACCOUNT) return undefined;
  return String(account).padStart(12, '0');
}
