import type { Trust } from '../../model/grant.ts';
import { stableId } from '../../model/ids.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field } from '../fields.ts';
import type { FederatedRow } from './role-format.ts';

/**
 * Federated credentials as trusts: a token of that issuer with exactly that subject signs in as the identity. The
 * issuer is written without its scheme, as AWS writes it, so that both compare. A credential that is matched by an
 * expression has no fixed subject; the expression stands among the conditions.
 * https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential
 */
export function federatedTrusts(
  identity: string,
  rows: readonly FederatedRow[],
  place: ResourcePlace,
): readonly Trust[] {
  return rows.map((row) => ({
    id: stableId('trust', identity, row.issuer, row.subject ?? row.expression ?? '', row.name ?? ''),
    identity,
    kind: 'oidc',
    trusted: row.issuer.replace(/^https:\/\//i, '').replace(/\/$/, ''),
    effect: 'Allow',
    subjects: row.subject ? [row.subject] : [],
    audiences: row.audiences ?? [],
    conditions: row.expression ? { ClaimsMatch: { expression: [row.expression] } } : {},
    place: { ...place, ...field('field', `federatedIdentityCredentials.${row.name ?? ''}`) },
    domains: [],
  }));
}
