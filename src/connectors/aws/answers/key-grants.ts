import { z } from 'zod';
import { accountOfArn } from '../../../model/aws.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { placeOf } from '../identities.ts';
import type { AnswerKind } from './reader.ts';
import { itemsOf, noteTruncation } from './reader.ts';

// https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html

const pairs = z.record(z.string(), z.string()).nullish();

const grant = z.looseObject({
  KeyId: z.string().regex(/^arn:[a-z-]+:kms:[^:]*:\d{12}:key\/./),
  GrantId: z.string(),
  GranteePrincipal: z.string().nullish(),
  GranteeServicePrincipal: z.string().nullish(),
  Operations: z.array(z.string().regex(/^\w+$/)),
  Constraints: z.looseObject({ EncryptionContextEquals: pairs, EncryptionContextSubset: pairs }).nullish(),
});

/** Operations that come without an encryption context, so that constraints on it say nothing of them. */
const WITHOUT_CONTEXT: ReadonlySet<string> = new Set(['DescribeKey', 'RetireGrant', 'GetPublicKey', 'Sign', 'Verify']);

function statementOf(
  id: string,
  to: Principals,
  operations: readonly string[],
  conditions: Conditions,
): PolicyStatement {
  return {
    sid: `grant ${id}`,
    effect: 'Allow',
    actions: operations.map((operation) => `kms:${operation}`),
    notActions: [],
    resources: [],
    notResources: [],
    principals: to,
    notPrincipals: {},
    conditions,
  };
}

type Principals = PolicyStatement['principals'];
type Conditions = PolicyStatement['conditions'];

/** What a grant allows, as statements of a policy. */
function statementsOf({
  GrantId,
  GranteePrincipal,
  GranteeServicePrincipal,
  Operations,
  Constraints,
}: z.infer<typeof grant>): readonly PolicyStatement[] {
  const grantee = GranteePrincipal ?? GranteeServicePrincipal;
  if (grantee === undefined || grantee === null) return [];
  const to = grantee.startsWith('arn:') ? { AWS: [grantee] } : { Service: [grantee] };
  const whole = Constraints?.EncryptionContextEquals;
  const asked = Object.entries({ ...Constraints?.EncryptionContextSubset, ...whole });
  if (asked.length === 0) return [statementOf(GrantId, to, Operations, {})];
  const conditions: Conditions = {
    StringEquals: Object.fromEntries(asked.map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]])),
    ...(whole && { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': Object.keys(whole) } }),
  };
  const free = Operations.filter((operation) => WITHOUT_CONTEXT.has(operation));
  const bound = Operations.filter((operation) => !WITHOUT_CONTEXT.has(operation));
  return [
    ...(free.length === 0 ? [] : [statementOf(GrantId, to, free, {})]),
    ...(bound.length === 0 ? [] : [statementOf(GrantId, to, bound, conditions)]),
  ];
}

const grants: AnswerKind = {
  command: 'aws kms list-grants',
  is({ Grants }) {
    return (
      Array.isArray(Grants) &&
      Grants.some((one: unknown) => typeof one === 'object' && one !== null && 'GrantId' in one)
    );
  },
  read(answer, reader) {
    const listed = itemsOf(answer.fields['Grants'], grant, this.command, reader);
    for (const [resource, ofKey] of Map.groupBy(listed, ({ KeyId }) => KeyId)) {
      const account = accountOfArn(resource);
      reader.ofAccount(resource);
      reader.add('resourcePolicies', {
        resource,
        ...(account === undefined ? {} : { account }),
        kind: 'grant',
        statements: ofKey.flatMap(statementsOf),
        place: placeOf(reader.source, resource, 'Grants'),
      });
    }
    reader.read('Grants of KMS keys read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

export const KEY_GRANT_ANSWERS: readonly AnswerKind[] = [grants];
