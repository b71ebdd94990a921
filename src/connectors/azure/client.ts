import type { KeyVaultManagementClient, KeyVaultManagementClientOptionalParams } from '@azure/arm-keyvault';
import type { TokenCredential } from '@azure/identity';
import { BittingError } from '../../model/errors.ts';

const PUBLIC_ENDPOINT = 'https://management.azure.com';

export interface AzureClientOptions {
  /** Azure subscription id, a UUID. */
  readonly subscription: string;
  /** Resource Manager's address, for the sovereign clouds. HTTPS only. Default: the public cloud. */
  readonly endpoint?: string;
  /** Signs the calls in. Default: `DefaultAzureCredential`, the chain of the Azure SDKs. */
  readonly credential?: TokenCredential;
  /** PEM of a further certificate authority to trust for the endpoint. */
  readonly ca?: string;
  readonly signal: AbortSignal;
}

/** Opens Azure's own client. The SDK is loaded only here. Throws `BITTING_E_USAGE` for bad options. */
export async function openKeyVaultClient(options: AzureClientOptions): Promise<KeyVaultManagementClient> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(options.subscription)) {
    throw new BittingError('BITTING_E_USAGE', 'The subscription is not an Azure subscription id (a UUID).');
  }
  const endpoint = new URL(checkedEndpoint(options.endpoint ?? PUBLIC_ENDPOINT));
  const [{ KeyVaultManagementClient: Client }, credential] = await Promise.all([
    import('@azure/arm-keyvault'),
    options.credential ?? defaultCredential(),
  ]);
  return new Client(credential, options.subscription, {
    endpoint: endpoint.origin,
    additionalPolicies: [{ position: 'perCall', policy: stayOn(endpoint.host, options.signal) }],
    ...(options.ca === undefined ? {} : { tlsOptions: { ca: options.ca } }),
  });
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
