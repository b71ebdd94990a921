import type { PolicyStatement, ResourcePolicy, Trust } from '../../model/grant.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { accountOfArn } from '../../model/aws.ts';

/** What the account knows about its identity providers, by ARN. */
export interface Providers {
  readonly oidcAudiences: ReadonlyMap<string, readonly string[]>;
  readonly samlExpires: ReadonlyMap<string, string>;
}

export const NO_PROVIDERS: Providers = { oidcAudiences: new Map(), samlExpires: new Map() };

type Trusted = Pick<Trust, 'kind' | 'trusted'>;

/** Actions that go with taking a role and do not take it. */
const ACCOMPANYING = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext']);

/** The trust policy of a role, whole. */
export function trustPolicy(
  role: string,
  statements: readonly PolicyStatement[],
  place: ResourcePlace,
): ResourcePolicy {
  const account = accountOfArn(role);
  return { resource: role, ...(account === undefined ? {} : { account }), kind: 'trust', statements, place };
}

/**
 * Who may assume a role by its trust policy: one row for each statement and principal.
 *
 * Ids are the role, the kind and the principal, numbered where several statements name the same one, so that they stay
 * when statements move.
 */
export function trustsOf(
  role: string,
  statements: readonly PolicyStatement[],
  providers: Providers,
  place: ResourcePlace,
) {
  const seen = new Map<string, number>();
  return statements.flatMap((statement, index): Trust[] => {
    if (statement.actions.length > 0 && statement.actions.every((action) => ACCOMPANYING.has(action.toLowerCase()))) {
      return [];
    }
    const excepted = Object.values(statement.notPrincipals).flat();
    return trustedBy(statement, excepted).map(({ kind, trusted, arn }): Trust => {
      const base = `${role}#trust:${kind}:${trusted}`;
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      const issuer = kind === 'oidc' ? trusted : kind === 'saml' ? 'saml' : undefined;
      const audiences = tested(statement, issuer, 'aud');
      const expires = endOf(statement) ?? providers.samlExpires.get(arn ?? '');
      return {
        id: count === 1 ? base : `${base}:${count}`,
        identity: role,
        kind,
        trusted,
        effect: statement.effect,
        subjects: tested(statement, issuer, 'sub'),
        audiences: audiences.length > 0 ? audiences : (providers.oidcAudiences.get(arn ?? '') ?? []),
        conditions: statement.conditions,
        ...(statement.sid === undefined ? {} : { sid: statement.sid }),
        ...(statement.actions.length === 0 ? {} : { actions: statement.actions }),
        ...(excepted.length === 0 ? {} : { except: excepted }),
        ...(expires === undefined ? {} : { expires }),
        place: { ...place, field: `AssumeRolePolicyDocument.Statement[${index}]` },
        domains: [],
      };
    });
  });
}

function trustedBy(statement: PolicyStatement, excepted: readonly string[]): (Trusted & { readonly arn?: string })[] {
  if (excepted.length > 0) {
    // Everyone but these. A Deny of this kind must not be taken for a Deny of everyone.
    return [{ kind: 'anyone', trusted: statement.effect === 'Allow' ? '*' : `* except ${excepted.join(', ')}` }];
  }
  return Object.entries(statement.principals).flatMap(([type, values]) =>
    values.map((value) => trustedAs(type, value)),
  );
}

/** Principal types: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function trustedAs(type: string, value: string): Trusted & { readonly arn?: string } {
  if (value === '*' && type !== 'Service') return { kind: 'anyone', trusted: '*' };
  if (type === 'Service') return { kind: 'service', trusted: value };
  if (type === 'Federated') return federatedAs(value);
  if (/^\d{12}$/.test(value)) return { kind: 'account', trusted: value };
  // IAM refuses a wildcard for the account; a template that is not applied yet may hold one.
  if (/^arn:[^:]*:(?:iam|sts)::[*?]+:/.test(value)) return { kind: 'anyone', trusted: value };
  const account = accountOfArn(value);
  if (account !== undefined && value.endsWith(':root')) return { kind: 'account', trusted: account };
  return { kind: 'principal', trusted: value };
}

function federatedAs(value: string): Trusted & { readonly arn?: string } {
  const resource = value.startsWith('arn:') ? value.split(':').slice(5).join(':') : value;
  if (resource.startsWith('saml-provider/')) return { kind: 'saml', trusted: value, arn: value };
  if (resource.startsWith('oidc-provider/')) {
    return { kind: 'oidc', trusted: resource.slice('oidc-provider/'.length), arn: value };
  }
  // The four issuers that need no provider resource, such as `accounts.google.com`.
  return { kind: 'oidc', trusted: value };
}

/**
 * Values that a claim of the issuer must match. `ForAllValues:` and negated operators do not count: a token without the
 * claim passes them.
 */
function tested(statement: PolicyStatement, issuer: string | undefined, claim: string): string[] {
  if (issuer === undefined) return [];
  const key = `${issuer}:${claim}`.toLowerCase();
  return Object.entries(statement.conditions).flatMap(([operator, keys]) =>
    /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i.test(operator)
      ? Object.entries(keys).flatMap(([name, values]) => (name.toLowerCase() === key ? values : []))
      : [],
  );
}

/** Latest moment a statement holds by `DateLessThan` on `aws:CurrentTime`. */
function endOf(statement: PolicyStatement): string | undefined {
  if (statement.effect !== 'Allow') return undefined;
  const ends = Object.entries(statement.conditions).flatMap(([operator, keys]) =>
    /^DateLessThan(Equals)?$/i.test(operator)
      ? Object.entries(keys).flatMap(([name, values]) => (name.toLowerCase() === 'aws:currenttime' ? values : []))
      : [],
  );
  const dates = ends.map((value) => new Date(value)).filter((date) => !Number.isNaN(date.getTime()));
  const latest = dates.sort((a, b) => b.getTime() - a.getTime())[0];
  return latest?.toISOString();
}
