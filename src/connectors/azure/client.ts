import type { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { KeyVaultManagementClient, KeyVaultManagementClientOptionalParams } from '@azure/arm-keyvault';
import type { ManagedServiceIdentityClient } from '@azure/arm-msi';
import type { TokenCredential } from '@azure/identity';
import { BittingError } from '../../model/errors.ts';
import { type GraphClient, graphOf, openGraph } from './graph-client.ts';
import { openRest, type RestClient } from './rest-client.ts';

const PUBLIC_ENDPOINT = 'https://management.azure.com';

export interface AzureClientOptions {
  /** Azure subscription id, a UUID. */
  readonly subscription: string;
  /** Resource Manager's address, for the sovereign clouds. HTTPS only. Default: the public cloud. */
  readonly endpoint?: string;
  /** Microsoft Graph's address. Default: the one beside Resource Manager; none for an address that is not Microsoft's. */
  readonly graphEndpoint?: string;
  /** Signs the calls in. Default: `DefaultAzureCredential`, the chain of the Azure SDKs. */
  readonly credential?: TokenCredential;
  /** PEM of a further certificate authority to trust for the endpoint. */
  readonly ca?: string;
  readonly signal: AbortSignal;
}

export interface AzureClients {
  readonly vaults: KeyVaultManagementClient;
  readonly authorization: AuthorizationManagementClient;
  readonly identities: ManagedServiceIdentityClient;
  /** Resource Manager, for calls that those have not. */
  readonly rest: RestClient;
  readonly graph: GraphClient | undefined;
}

/** Opens Azure's own clients. The SDKs are loaded only here. Throws `BITTING_E_USAGE` for bad options. */
export async function openAzureClients(options: AzureClientOptions): Promise<AzureClients> {
  const { subscription, signal, ca } = options;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subscription)) {
    throw new BittingError('BITTING_E_USAGE', 'The subscription is not an Azure subscription id (a UUID).');
  }
  const endpoint = new URL(checkedEndpoint(options.endpoint ?? PUBLIC_ENDPOINT));
  const graphEndpoint =
    options.graphEndpoint === undefined ? graphOf(endpoint.href) : checkedEndpoint(options.graphEndpoint);
  // One after the other: Node refuses CommonJS and ES modules that load one package at the same time.
  const { KeyVaultManagementClient: Vaults } = await import('@azure/arm-keyvault');
  const { AuthorizationManagementClient: Authorization } = await import('@azure/arm-authorization');
  const { ManagedServiceIdentityClient: Identities } = await import('@azure/arm-msi');
  const credential = options.credential ?? (await defaultCredential());
  const common = {
    endpoint: endpoint.origin,
    ...(ca === undefined ? {} : { tlsOptions: { ca } }),
  };
  const policy = stayOn(endpoint.host, signal);
  const older = { ...common, credentialScopes: [`${endpoint.origin}/.default`] };
  const clients = {
    authorization: new Authorization(credential, subscription, older),
    identities: new Identities(credential, subscription, older),
  };
  for (const client of Object.values(clients)) client.pipeline.addPolicy(policy);
  const shared = { credential, signal, ...(ca !== undefined && { ca }) };
  return {
    vaults: new Vaults(credential, subscription, { ...common, additionalPolicies: [{ position: 'perCall', policy }] }),
    ...clients,
    rest: openRest({ ...shared, endpoint: endpoint.origin, scope: `${endpoint.origin}/.default` }),
    graph: graphEndpoint === undefined ? undefined : openGraph({ ...shared, endpoint: graphEndpoint }),
  };
}

async function defaultCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}

function checkedEndpoint(endpoint: string): string {
  const url = URL.parse(endpoint);
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return endpoint;
  throw new BittingError('BITTING_E_USAGE', 'The Azure endpoint must be an https:// address without credentials.');
}

type Policy = NonNullable<KeyVaultManagementClientOptionalParams['additionalPolicies']>[number]['policy'];

/**
 * Keeps every call, further pages included, on the endpoint, and ends it when the signal says so: the SDK follows the
 * link to the next page wherever it points, with the token and without the caller's signal.
 */
function stayOn(host: string, signal: AbortSignal): Policy {
  return {
    name: 'bitting-stay-on-endpoint',
    sendRequest: (request, next) => {
      if (new URL(request.url).host !== host) {
        throw new BittingError('BITTING_E_COLLECT', 'Azure named another host for the next page; it was not followed.');
      }
      request.abortSignal ??= signal;
      return next(request);
    },
  };
}
