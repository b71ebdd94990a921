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
  /** ARN of the policy. */
  boundary: 'permissions boundary',
  /** `never in the tracking period` when AWS tracked the role and saw no use. */
  use: 'use',
  groups: 'groups',
  description: 'description',
} as const;

/** Value of {@link AWS_ATTRIBUTE.use}. AWS tracks the last use of roles for 400 days. */
export const AWS_NEVER_USED = 'never in the tracking period';

/** Account of an ARN: its fifth field, where that is a twelve-digit number. */
export function accountOfArn(arn: string): string | undefined {
  const account = arn.split(':', 6)[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
