import type { Trust } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Graph } from '../../../graph/graph.ts';
import { matchesResource } from '../wildcard.ts';

/** How a service is trusted by a role: with certainty, or under conditions that are not known. */
type ServiceTrust = { readonly certain: true } | { readonly certain: false; readonly depends: readonly string[] };

/** Whom a role trusts, made ready for many questions. */
export interface RoleTrusts {
  /** Services, and identity providers of AWS, by principal. */
  readonly services: ReadonlyMap<string, ServiceTrust>;
  /** Accounts trusted as a whole. */
  readonly accounts: ReadonlySet<string>;
  /** Users and roles trusted by their own ARN. */
  readonly principals: readonly string[];
  readonly anyone: boolean;
  readonly samlProviders: readonly string[];
}

const NOBODY: RoleTrusts = {
  services: new Map(),
  accounts: new Set(),
  principals: [],
  anyone: false,
  samlProviders: [],
};

/** Trusts of every role of a graph, by role. */
export function roleTrusts(graph: Graph): (role: Identity) => RoleTrusts {
  const known = new Map<string, RoleTrusts>();
  return (role) => {
    let trusts = known.get(role.id);
    if (trusts === undefined) {
      const rows = graph.trustsByIdentity.get(role.id) ?? [];
      trusts = rows.length === 0 ? NOBODY : read(rows, role.account ?? '');
      known.set(role.id, trusts);
    }
    return trusts;
  };
}

function read(rows: readonly Trust[], account: string): RoleTrusts {
  const allowed = rows.filter(({ effect }) => effect === 'Allow');
  const denied = rows.filter(({ effect, conditions }) => effect === 'Deny' && Object.keys(conditions).length === 0);
  const services = new Map<string, ServiceTrust>();
  for (const row of allowed) {
    if (row.kind !== 'service' && row.kind !== 'oidc') continue;
    const service = serviceName(row.trusted);
    const isDenied = denied.some(({ kind, trusted }) => kind === row.kind && serviceName(trusted) === service);
    const trust = isDenied ? undefined : serviceTrust(row.conditions, account);
    if (trust !== undefined && services.get(service)?.certain !== true) services.set(service, trust);
  }
  const principals = allowed.filter(({ kind }) => kind === 'principal').map(({ trusted }) => principalArn(trusted));
  return {
    services,
    accounts: new Set(allowed.filter(({ kind }) => kind === 'account').map(({ trusted }) => trusted)),
    principals: principals.filter((arn) => arn !== '*'),
    anyone: allowed.some(({ kind, trusted }) => kind === 'anyone' || trusted === '*'),
    samlProviders: allowed.filter(({ kind }) => kind === 'saml').map(({ trusted }) => trusted),
  };
}

/**
 * Whether a service may take the role when it acts for the role's own account. The keys that a service sends:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
function serviceTrust(conditions: Trust['conditions'], account: string): ServiceTrust | undefined {
  const depends: string[] = [];
  for (const [operator, keys] of Object.entries(conditions)) {
    for (const [key, values] of Object.entries(keys)) {
      const positive = /^(ForAnyValue:)?(String|Arn)(Equals|Like|EqualsIgnoreCase)(IfExists)?$/i.test(operator);
      const name = key.toLowerCase();
      if (positive && name === 'aws:sourceaccount') {
        if (!values.some((value) => matchesResource(value, account))) return undefined;
      } else if (positive && name === 'aws:sourcearn') {
        const own = values.filter((value) => [account, '*', ''].includes(value.split(':')[4] ?? '*'));
        if (own.length === 0) return undefined;
        if (!own.some((value) => value.endsWith('*'))) depends.push(key);
      } else {
        depends.push(key);
      }
    }
  }
  return depends.length === 0 ? { certain: true } : { certain: false, depends };
}

/** `lambda.amazonaws.com` for the names that a service has by region or in China too. */
function serviceName(principal: string): string {
  return principal
    .toLowerCase()
    .replace(/\.cn$/, '')
    .replace(/^([a-z0-9-]+)\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com$/, '$1.amazonaws.com');
}

/** The role of a session that a trust names; any other ARN as it is. */
function principalArn(trusted: string): string {
  return trusted.replace(/^arn:([^:]*):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
}
