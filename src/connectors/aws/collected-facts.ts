import type { KeyFact } from '../../model/facts.ts';
import type { IdentityProvider } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { CoverageRow } from '../../model/source.ts';
import { AWS_ATTRIBUTE, AWS_SLOT, accountOfArn } from '../../model/aws.ts';
import { providerOf } from './answers/providers.ts';
import type { ReadAwsDump } from './dump-format.ts';
import { awsIdentity, dated, placeOf } from './identities.ts';
import { withoutOperation } from './operations.ts';
import type { Providers } from './trusts.ts';

/** Users as far as the key listing and the user listing know them: enough to stand where the details were denied. */
export function collectedUsers(dump: ReadAwsDump, source: string): readonly Identity[] {
  const used = dump.users.map(({ arn, passwordLastUsed }) => ({ arn, lastUsed: passwordLastUsed }));
  const keyed = dump.accessKeys.map(({ userArn, lastUsed }) => ({ arn: userArn, lastUsed: lastUsed?.date }));
  return [
    ...used.map(({ arn, lastUsed }) => bareUser(source, arn, lastUsed, lastUsed)),
    ...keyed.map(({ arn, lastUsed }) => bareUser(source, arn, lastUsed, undefined)),
  ];
}

function bareUser(
  source: string,
  arn: string,
  lastUsed: string | null | undefined,
  console: string | null | undefined,
) {
  return awsIdentity({
    source,
    arn,
    kind: 'user',
    name: arn.slice(arn.lastIndexOf('/') + 1),
    lastUsed,
    attributes: { [AWS_ATTRIBUTE.consoleLastUsed]: console },
  });
}

/** Access keys by id, and credentials for single services. */
export function collectedKeys(dump: ReadAwsDump, source: string): readonly KeyFact[] {
  const arnByName = new Map(
    [...dump.users.map(({ arn }) => arn), ...dump.accessKeys.map(({ userArn }) => userArn)].map((arn) => [
      arn.slice(arn.lastIndexOf('/') + 1),
      arn,
    ]),
  );
  const accessKeys = dump.accessKeys.map((key): KeyFact => ({
    provider: 'aws',
    keyId: key.accessKeyId,
    kind: 'access-key',
    identity: key.userArn,
    status: statusOf(key.status),
    ...dated('created', key.created),
    ...dated('lastUsed', key.lastUsed?.date),
    ...(key.lastUsed === null ? { neverUsed: true } : {}),
    place: placeOf(source, key.userArn, `access key ${key.accessKeyId}`),
  }));
  const serviceKeys = dump.serviceSpecificCredentials.map((key): KeyFact => {
    const id = key.ServiceSpecificCredentialId;
    const arn = arnByName.get(key.UserName) ?? `user ${key.UserName}`;
    return {
      provider: 'aws',
      keyId: id,
      slot: `${AWS_SLOT.service}${key.ServiceName}`,
      // Bedrock's are bearer keys; those of CodeCommit and Keyspaces are a user name and a password.
      kind: /^bedrock|^logs/.test(key.ServiceName) ? 'api-key' : 'password',
      identity: arn,
      status: statusOf(key.Status),
      ...dated('created', key.CreateDate),
      ...dated('expires', key.ExpirationDate),
      place: placeOf(source, arn, `service-specific credential ${id} for ${key.ServiceName}`),
    };
  });
  return [...accessKeys, ...serviceKeys];
}

function statusOf(status: string): KeyFact['status'] {
  return status.toLowerCase() === 'active' ? 'active' : 'inactive';
}

export function collectedProviders(dump: ReadAwsDump): Providers {
  return {
    oidcAudiences: new Map(dump.openIdConnectProviders.map(({ arn, clientIds }) => [arn, clientIds])),
    samlExpires: new Map(
      dump.samlProviders.flatMap(({ arn, validUntil }) =>
        typeof validUntil === 'string' ? [[arn, validUntil] as const] : [],
      ),
    ),
  };
}

/** Providers of identities as rows of their own. */
export function collectedProviderRows(dump: ReadAwsDump, source: string): readonly IdentityProvider[] {
  return [
    ...dump.openIdConnectProviders.map(({ arn, clientIds, created }) =>
      providerOf(source, arn, 'oidc', { url: arn.slice(arn.indexOf('/') + 1), audiences: clientIds, created }),
    ),
    ...dump.samlProviders.map(({ arn, validUntil }) => providerOf(source, arn, 'saml', { expires: validUntil })),
  ];
}

/** One gap for each operation that was not answered. */
export function collectedGaps(dump: ReadAwsDump, source: string): readonly CoverageRow[] {
  return dump.denied.map((refusal) => ({
    source,
    outcome: refusal.outcome === 'denied' ? 'absent' : 'unreadable',
    unit: 'operations',
    count: refusal.count,
    what: gapInWords(refusal),
    ...(refusal.examples.length === 0 ? {} : { examples: refusal.examples.slice(0, 10) }),
  }));
}

function gapInWords({ operation, outcome, reason }: ReadAwsDump['denied'][number]): string {
  const without = withoutOperation(operation);
  const lost = without === undefined ? '' : ` Not known without it: ${without}.`;
  if (operation === 'sts:AssumeRole') {
    return `The role to collect an account with could not be assumed (${reason}): nothing of the account is known. Mend the role and collect again.`;
  }
  return outcome === 'denied'
    ? `AWS denied ${operation} when the dump was taken.${lost} Allow the action to the collecting identity and collect again.`
    : `${operation} failed when the dump was taken (${reason}).${lost} Collect again.`;
}

/** The account the dump is of: as recorded, or read from the first ARN. */
export function collectedAccount(dump: ReadAwsDump): string | undefined {
  const arns = [...dump.users.map(({ arn }) => arn), ...dump.accessKeys.map(({ userArn }) => userArn)];
  return dump.account ?? arns.map(accountOfArn).find((account) => account !== undefined);
}
