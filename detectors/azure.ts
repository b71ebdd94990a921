import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, base64, hex, run, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

/**
 * Azure credentials. The fixed signatures inside keys (`+ASt`, `ACDb`, `AzFu`, `JQQJ99`, …) are published with the
 * patterns of microsoft/security-utilities.
 */
export const azure: readonly Detector[] = [
  {
    id: 'azure-storage-connection-string',
    title: 'Azure Storage connection string',
    provider: 'Azure',
    kind: 'connection-string',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['AccountKey='],
      pattern:
        /(?:DefaultEndpointsProtocol=https?;)?AccountName=[a-z0-9]{3,24};AccountKey=(?<secret>[A-Za-z0-9/+]{86}==)(?:;EndpointSuffix=[\w.]{3,60})?/,
      lookBehind: 80,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['azure-connection-string'],
    rotate:
      'Point clients at the second key, then regenerate this one with `az storage account keys renew`; prefer Entra ID and disable shared key access.',
    docs: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 86)}==`;
        return [
          exampleLine('CONNECTION="DefaultEndpointsProtocol=https;AccountName=shopstore01;AccountKey=', secret, '"'),
          exampleLine('AccountName=shopstore01;AccountKey=', secret, ';EndpointSuffix=core.windows.net'),
        ];
      },
      noMatch: (make) => [
        `AccountName=devstoreaccount1;AccountKey=${['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1', 'OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='].join('')}`,
        `AccountName=shopstore01;AccountKey=${make(make.base62, 40)}==`,
        'AccountName=shopstore01;AccountKey=<your-account-key>',
      ],
    },
  },
  {
    id: 'azure-storage-account-key',
    title: 'Azure Storage account key',
    provider: 'Azure',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: [
        'account_key',
        'accountkey',
        'account-key',
        'storage_key',
        'storagekey',
        'storage_access_key',
        'storageaccesskey',
      ],
      ignoreCase: true,
      pattern: assignment('(?<!;)(?:account[_-]?key|storage_?(?:access_?)?key)', '[A-Za-z0-9/+]{86}=='),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4.5 }],
    rotate:
      'Point clients at the second key, then regenerate this one with `az storage account keys renew`; prefer Entra ID and disable shared key access.',
    docs: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 86)}==`;
        return [exampleLine('account_key = "', secret, '"'), exampleLine('AZURE_STORAGE_ACCESS_KEY=', secret)];
      },
      noMatch: (make) => [
        `account_key = "${'x'.repeat(86)}=="`,
        `account_key = "${make(make.base62, 64)}=="`,
        'account_key = var.storage_account_key',
      ],
    },
  },
  {
    id: 'azure-storage-identifiable-key',
    title: 'Azure Storage or Batch account key',
    provider: 'Azure',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['+ASt', '+ABa'],
      pattern: /(?<![\w+/])[A-Za-z0-9/+]{76}\+A(?:St|Ba)[A-Za-z0-9/+]{5}[AQgw]==/,
      lookBehind: 76,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Point clients at the second key, then regenerate this one with `az storage account keys renew` or `az batch account keys renew`.',
    docs: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    examples: {
      match: (make) => [
        exampleLine('key: ', `${make(make.base62, 76)}+ASt${make(make.base62, 5)}Q==`),
        exampleLine('key: ', `${make(make.base62, 76)}+ABa${make(make.base62, 5)}A==`),
      ],
      noMatch: (make) => [
        `key: ${'x'.repeat(76)}+AStxxxxxQ==`,
        `key: ${make(make.base62, 60)}+ASt${make(make.base62, 5)}Q==`,
      ],
    },
  },
  {
    id: 'azure-cosmos-db-key',
    title: 'Azure Cosmos DB account key',
    provider: 'Azure',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['ACDb'],
      pattern: /(?<![\w+/])[A-Za-z0-9/+]{76}ACDb[A-Za-z0-9/+]{5}[AQgw]==/,
      lookBehind: 76,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Point clients at the other key, then `az cosmosdb keys regenerate`; prefer Entra ID roles and disable local authentication.',
    docs: 'https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-rotate-keys',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 76)}ACDb${make(make.base62, 5)}Q==`;
        return [exampleLine('COSMOS_KEY=', secret), exampleLine('"primaryMasterKey": "', secret, ';')];
      },
      noMatch: (make) => [
        `COSMOS_KEY=${'x'.repeat(76)}ACDbxxxxxQ==`,
        `COSMOS_KEY=${make(make.base62, 70)}ACDb${make(make.base62, 5)}Q==`,
      ],
    },
  },
  {
    id: 'azure-cosmos-db-connection-string',
    title: 'Azure Cosmos DB connection string',
    provider: 'Azure',
    kind: 'connection-string',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['AccountEndpoint=https://'],
      pattern: /AccountEndpoint=https:\/\/[\w.-]{3,100}(?::\d{2,5})?\/?;AccountKey=(?<secret>[A-Za-z0-9/+]{86}==)/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['azure-connection-string'],
    rotate:
      'Point clients at the other key, then `az cosmosdb keys regenerate`; prefer Entra ID roles and disable local authentication.',
    docs: 'https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-rotate-keys',
    examples: {
      match: (make) => [
        exampleLine(
          'ConnectionStrings__Cosmos="AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=',
          `${make(make.base62, 86)}==`,
          ';"',
        ),
      ],
      noMatch: (make) => [
        `AccountEndpoint=https://localhost:8081/;AccountKey=${['C2y6yDjf5/R+ob0N8A7Cgv30VRDJ', 'IWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=='].join('')}`,
        `AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'azure-service-bus-connection-string',
    title: 'Azure Service Bus or Event Hubs connection string',
    provider: 'Azure',
    kind: 'connection-string',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['Endpoint=sb://'],
      pattern:
        /Endpoint=sb:\/\/[\w.-]{3,100}\/?;SharedAccessKeyName=[\w.~-]{1,256};SharedAccessKey=(?<secret>[A-Za-z0-9/+]{43}=)(?:;EntityPath=[\w./~-]{1,260})?/,
      maxLength: 900,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['azure-connection-string'],
    rotate:
      'Point clients at the secondary key, then regenerate this one with `az servicebus namespace authorization-rule keys renew` (or `az eventhubs …`).',
    docs: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    examples: {
      match: (make) => [
        exampleLine(
          'SERVICEBUS="Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=',
          `${make(make.base62, 43)}=`,
          '"',
        ),
      ],
      noMatch: () => [
        'Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=<key>',
        `Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${'x'.repeat(43)}=`,
      ],
    },
  },
  {
    id: 'azure-messaging-key',
    title: 'Azure Service Bus, Event Hubs, Relay or Event Grid key',
    provider: 'Azure',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['+ASb', '+AEh', '+ARm', 'AZEG'],
      pattern: /(?<![\w+/])[A-Za-z0-9/+]{33}(?:\+A(?:Sb|Eh|Rm)|AZEG)[A-P][A-Za-z0-9/+]{5}=(?![\w+/=])/,
      lookBehind: 33,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Point clients at the secondary key, then regenerate this one in the namespace’s shared access policies.',
    docs: 'https://learn.microsoft.com/en-us/azure/event-hubs/authorize-access-shared-access-signature',
    examples: {
      match: (make) => [exampleLine('sasKey: ', `${make(make.base62, 33)}+AEhC${make(make.base62, 5)}=`)],
      noMatch: (make) => [
        `sasKey: ${'x'.repeat(33)}+AEhCxxxxx=`,
        `sasKey: ${make(make.base62, 30)}+AEhC${make(make.base62, 5)}=`,
      ],
    },
  },
  {
    id: 'azure-iot-hub-connection-string',
    title: 'Azure IoT Hub connection string',
    provider: 'Azure',
    kind: 'connection-string',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['.azure-devices.net;'],
      pattern:
        /HostName=[\w.-]{3,100}\.azure-devices\.net;(?:SharedAccessKeyName|DeviceId)=[\w.:~-]{1,128};SharedAccessKey=(?<secret>[A-Za-z0-9/+]{43}=)/,
      lookBehind: 110,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['azure-connection-string'],
    rotate:
      'Regenerate the policy key with `az iot hub policy renew-key`, or the device key with `az iot hub device-identity renew-key`.',
    docs: 'https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-dev-guide-sas',
    examples: {
      match: (make) => [
        exampleLine(
          'IOTHUB="HostName=plant.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=',
          `${make(make.base62, 43)}=`,
          '"',
        ),
      ],
      noMatch: () => [
        'HostName=plant.azure-devices.net;DeviceId=d1;SharedAccessKey=<device key>',
        `HostName=plant.azure-devices.net;DeviceId=d1;SharedAccessKey=${'x'.repeat(43)}=`,
      ],
    },
  },
  {
    id: 'azure-entra-client-secret',
    title: 'Microsoft Entra ID client secret',
    provider: 'Azure',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['8Q~', '7Q~', '9Q~'],
      pattern: /(?<![\w.~-])[\w.~-]{3}(?:[89]Q~[\w.~-]{34}|7Q~[\w.~-]{31})(?![\w.~-])/,
      lookBehind: 3,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    // `az ad sp create-for-rbac` and its like name the client without the word Azure.
    pairsWith: { detector: ['azure-client-id', 'oauth-client-id'], withinBytes: 600 },
    nearby: [{ detector: 'azure-tenant-id', fact: 'tenant', withinBytes: 600 }],
    rotate:
      'Add a second secret to the app registration, switch over, then remove this one with `az ad app credential delete`; prefer a federated credential.',
    docs: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 3)}8Q~${make(make.base62, 34)}`;
        return [exampleLine('AZURE_CLIENT_SECRET=', secret), exampleLine('"clientSecret": "', secret, '"')];
      },
      noMatch: (make) => [
        `AZURE_CLIENT_SECRET=abc8Q~${'x'.repeat(34)}`,
        `AZURE_CLIENT_SECRET=${make(make.base62, 3)}8Q~${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'azure-entra-client-secret-context',
    title: 'Microsoft Entra ID client secret (older format)',
    provider: 'Azure',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['azure', 'arm_client_secret', 'aad_client'],
      ignoreCase: true,
      pattern: assignment(
        'arm_client_secret|(?:azure|aad)[_.-]?(?:ad[_.-]?)?(?:client|app|application|sp)[_.-]?(?:secret|password)',
        '(?!.{3}[78]Q~)[\\w~.@\\[\\]:*?+/=-]{32,44}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.8 }],
    // `az ad sp create-for-rbac` and its like name the client without the word Azure.
    pairsWith: { detector: ['azure-client-id', 'oauth-client-id'], withinBytes: 600 },
    nearby: [{ detector: 'azure-tenant-id', fact: 'tenant', withinBytes: 600 }],
    rotate:
      'Add a second secret to the app registration, switch over, then remove this one with `az ad app credential delete`.',
    docs: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
    examples: {
      match: (make) => [exampleLine('export ARM_CLIENT_SECRET="', make(make.base62, 34), '"')],
      noMatch: (make) => [
        'ARM_CLIENT_SECRET=${{ secrets.ARM_CLIENT_SECRET_PRODUCTION }}',
        `ARM_CLIENT_SECRET=${make(make.base62, 16)}`,
        `ARM_CLIENT_SECRET=${'x'.repeat(34)}`,
      ],
    },
  },
  {
    id: 'azure-sas-url',
    title: 'Azure Storage shared access signature',
    provider: 'Azure',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['sig='],
      pattern:
        /(?:sv=20\d\d-\d\d-\d\d|s[eprstkv]{1,3}=[\w:%.-]{1,60})(?:(?:&|&amp;|\\u0026)[a-z]{2,6}=[\w:%./+-]{1,100}){1,14}(?:&|&amp;|\\u0026)sig=(?<secret>[A-Za-z0-9%/+]{43,90}={0,1})/,
      lookBehind: 400,
      maxLength: 900,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Delete the stored access policy it names; without one, regenerate the account key it was signed with, or revoke the user delegation keys.',
    docs: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview#best-practices-when-using-sas',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 43)}%3D`;
        return [
          exampleLine(
            'https://shop.blob.core.windows.net/data?sv=2022-11-02&ss=b&srt=co&sp=rl&se=2027-01-01T00:00:00Z&spr=https&sig=',
            secret,
          ),
        ];
      },
      noMatch: (make) => [
        `https://shop.blob.core.windows.net/data?sv=2022-11-02&sp=rl&sig=${'X'.repeat(44)}`,
        `https://shop.test/data?sig=${make(make.base62, 43)}%3D`,
      ],
    },
  },
  {
    id: 'azure-devops-personal-access-token',
    title: 'Azure DevOps personal access token',
    provider: 'Azure DevOps',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['AZDO'],
      pattern: /(?<![\w+/])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![\w+/=])/,
      lookBehind: 76,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Revoke it under User settings, Personal access tokens; create a new one with the fewest scopes and a short life.',
    docs: 'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 52)}JQQJ99${make(make.base62, 18)}AZDO${make(make.base62, 4)}`;
        return [exampleLine('AZURE_DEVOPS_EXT_PAT=', secret)];
      },
      noMatch: (make) => [
        `AZURE_DEVOPS_EXT_PAT=${'x'.repeat(76)}AZDOxxxx`,
        `PAT=${make(make.base62, 40)}AZDO${make(make.base62, 4)}`,
      ],
    },
  },
  {
    id: 'azure-devops-personal-access-token-legacy',
    title: 'Azure DevOps personal access token (older format)',
    provider: 'Azure DevOps',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [
        'azure_devops',
        'azuredevops',
        'azure-devops',
        'system_accesstoken',
        'vsts',
        'ado_pat',
        'ado_token',
        'azdo_pat',
        'azdo_token',
      ],
      ignoreCase: true,
      pattern: assignment('azure[_-]?devops|system_accesstoken|vsts|az?do_(?:pat|token)', '[a-z2-7]{52}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.8 }],
    rotate:
      'Revoke it under User settings, Personal access tokens; create a new one with the fewest scopes and a short life.',
    docs: 'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    examples: {
      match: (make) => [exampleLine('AZURE_DEVOPS_PAT=', make('abcdefghijklmnopqrstuvwxyz234567', 52))],
      noMatch: (make) => [`AZURE_DEVOPS_PAT=${'x'.repeat(52)}`, `AZURE_DEVOPS_PAT=${make(make.hex, 40)}`],
    },
  },
  {
    id: 'azure-common-annotated-key',
    title: 'Azure service key',
    provider: 'Azure',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['JQQJ99', 'JQQJ9D', 'JQQJ9H'],
      pattern:
        /(?<![\w+/])[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}(?!AZDO)[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?(?![\w+/=])/,
      lookBehind: 52,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Switch clients to the second key of the resource, then regenerate this one in the portal under Keys and Endpoint.',
    docs: 'https://github.com/microsoft/security-utilities',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 52)}JQQJ99BAC${make(make.base62, 15)}ACOG${make(make.base62, 4)}`;
        return [exampleLine('AZURE_OPENAI_API_KEY=', secret)];
      },
      noMatch: (make) => [
        `AZURE_OPENAI_API_KEY=${'x'.repeat(52)}JQQJ99BACxxxxxxxxxxxxxxxACOGxxxx`,
        `AZURE_OPENAI_API_KEY=${make(make.base62, 30)}JQQJ99BAC${make(make.base62, 15)}ACOG${make(make.base62, 4)}`,
      ],
    },
  },
  {
    id: 'azure-openai-api-key',
    title: 'Azure OpenAI or AI services key (older format)',
    provider: 'Azure',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: [
        'azure_openai',
        'azureopenai',
        'azure-openai',
        'ocp-apim-subscription-key',
        'cognitive',
        'openai_api_key',
        'openai.azure.com',
      ],
      ignoreCase: true,
      pattern: assignment(
        'azure[_-]?openai|ocp-apim-subscription-key|(?:azure_?)?cognitive_?(?:services?_?)?(?:api_?)?key|openai_api_key|openai\\.azure\\.com[^\\n]{0,60}?(?:api-?_?key)',
        '[a-f0-9]{32}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Switch clients to KEY 2 of the resource, then regenerate this one with `az cognitiveservices account keys regenerate`.',
    docs: 'https://learn.microsoft.com/en-us/azure/ai-services/rotate-keys',
    examples: {
      match: (make) => [
        exampleLine('AZURE_OPENAI_KEY=', make(make.hex, 32)),
        exampleLine('Ocp-Apim-Subscription-Key: ', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `AZURE_OPENAI_KEY=${'0'.repeat(32)}`,
        `AZURE_OPENAI_KEY=${make(make.hex, 40)}`,
        `md5: ${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'azure-app-configuration-connection-string',
    title: 'Azure App Configuration connection string',
    provider: 'Azure',
    kind: 'connection-string',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['.azconfig.io;'],
      pattern:
        /Endpoint=https:\/\/[\w-]{3,60}\.azconfig\.io;Id=[\w+/=:-]{4,60};Secret=(?<secret>[A-Za-z0-9+/]{36,100}={0,2})/,
      lookBehind: 80,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['azure-connection-string'],
    rotate: 'Regenerate the key with `az appconfig credential regenerate`; prefer Entra ID and disable access keys.',
    docs: 'https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-disable-access-key-authentication',
    examples: {
      match: (make) => [
        exampleLine(
          'APPCONFIG="Endpoint=https://shop.azconfig.io;Id=0-l0-s0:b7;Secret=',
          `${make(make.base62, 43)}=`,
          '"',
        ),
      ],
      noMatch: () => ['Endpoint=https://shop.azconfig.io;Id=abcd;Secret=<secret>', 'Endpoint=https://shop.azconfig.io'],
    },
  },
  {
    id: 'azure-functions-key',
    title: 'Azure Functions key',
    provider: 'Azure',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['AzFu'],
      pattern: /(?<![\w+/])[\w-]{44}AzFu[\w-]{5}[AQgw](?:==|%3D%3D)/,
      lookBehind: 44,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Renew it in the portal under App keys or Function keys, or with `az functionapp keys set`.',
    docs: 'https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to',
    examples: {
      match: (make) => [
        exampleLine('x-functions-key: ', `${make(make.base62, 44)}AzFu${make(make.base62, 5)}Q==`),
        exampleLine(
          'https://shop.azurewebsites.net/api/pay?code=',
          `${make(make.base62, 44)}AzFu${make(make.base62, 5)}A==`,
        ),
      ],
      noMatch: (make) => [
        `x-functions-key: ${'x'.repeat(44)}AzFuxxxxxQ==`,
        `x-functions-key: ${make(make.base62, 20)}AzFu${make(make.base62, 5)}Q==`,
      ],
    },
  },
  {
    id: 'azure-search-key',
    title: 'Azure AI Search key',
    provider: 'Azure',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['AzSe'],
      pattern: /(?<![\w+/])[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}(?![\w+/=])/,
      lookBehind: 42,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Switch clients to the secondary admin key, then regenerate this one with `az search admin-key renew`.',
    docs: 'https://learn.microsoft.com/en-us/azure/search/search-security-api-keys',
    examples: {
      match: (make) => [exampleLine('api-key: ', `${make(make.base62, 42)}AzSeB${make(make.base62, 5)}`)],
      noMatch: (make) => [
        `api-key: ${'x'.repeat(42)}AzSeBxxxxx`,
        `api-key: ${make(make.base62, 20)}AzSeB${make(make.base62, 5)}`,
      ],
    },
  },
  {
    id: 'azure-redis-key',
    title: 'Azure Cache for Redis key',
    provider: 'Azure',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['AzCa'],
      pattern: /(?<![\w+/])[A-Za-z0-9]{33}AzCa[A-P][A-Za-z0-9]{5}=(?![\w+/=])/,
      lookBehind: 33,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Switch clients to the secondary key, then `az redis regenerate-keys`; prefer Entra ID for authentication.',
    docs: 'https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure#access-keys',
    examples: {
      match: (make) => [
        exampleLine(
          'shop.redis.cache.windows.net:6380,password=',
          `${make(make.base62, 33)}AzCaB${make(make.base62, 5)}=`,
          ',ssl=True',
        ),
      ],
      noMatch: (make) => [
        `password=${'x'.repeat(33)}AzCaBxxxxx=`,
        `password=${make(make.base62, 20)}AzCaB${make(make.base62, 5)}=`,
      ],
    },
  },
  {
    id: 'azure-container-registry-key',
    title: 'Azure Container Registry password',
    provider: 'Azure',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['+ACR'],
      pattern: /(?<![\w+/])[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}(?![\w+/=])/,
      lookBehind: 42,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Regenerate it with `az acr credential renew`, or disable the admin user and use tokens with a scope map.',
    docs: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account',
    examples: {
      match: (make) => [
        exampleLine('docker login -u shop -p ', `${make(make.base62, 42)}+ACRB${make(make.base62, 5)}`),
      ],
      noMatch: (make) => [`-p ${'x'.repeat(42)}+ACRBxxxxx`, `-p ${make(make.base62, 22)}+ACRB${make(make.base62, 5)}`],
    },
  },
  {
    id: 'azure-api-management-key',
    title: 'Azure API Management key',
    provider: 'Azure',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['APIM'],
      pattern: token(/[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{5}[AQgw]==/),
      lookBehind: 76,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Regenerate the secondary key, switch over, then regenerate the primary under Management API or Repository.',
    docs: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions',
    examples: {
      match: (make) => [exampleLine('key=', `${make(make.base62, 76)}APIM${make(make.base62, 5)}Q==`)],
      noMatch: (make) => [
        `key=${'x'.repeat(76)}APIMxxxxxQ==`,
        `key=${make(make.base62, 40)}APIM${make(make.base62, 5)}Q==`,
      ],
    },
  },
  ...provider('Azure', [
    {
      id: 'azure-functions-key-older',
      title: 'Azure Functions key (older form)',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: ['functions key', 'function key', 'function app key', 'azure function'],
      value: [run('A-Za-z0-9/_-', 54), '=='],
      rotate: 'Renew the function or host key under App keys in the portal, or set it with `az functionapp keys set`.',
      docs: 'https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to',
      verify: header('x-functions-key', 'https://{app}.azurewebsites.net/admin/host/status'),
    },
    {
      id: 'azure-shared-access-key',
      title: 'Azure shared access key',
      kind: 'access-key',
      identity: 'service-account',
      severity: 'high',
      names: ['notification hub key', 'notification hub access key', 'hub access key', 'shared access key'],
      value: [base64(43), '='],
      rotate: 'Regenerate the secondary key of the policy, switch clients to it, then regenerate the primary.',
      docs: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    },
    {
      id: 'azure-search-key-older',
      title: 'Azure AI Search key (older form)',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: [
        'azure search',
        'search admin key',
        'search service key',
        'search api key',
        'cognitive search',
        'azuresearch',
      ],
      value: [base62(52)],
      rotate:
        'Regenerate the secondary admin key, or delete the query key, under Keys of the search service; switch clients, then renew the primary.',
      docs: 'https://learn.microsoft.com/en-us/azure/search/search-security-api-keys',
      verify: header('api-key', 'https://{service}.search.windows.net/indexes?api-version=2023-11-01&$select=name'),
    },
    {
      id: 'azure-tenant-id',
      title: 'Microsoft Entra tenant id',
      kind: 'other',
      identity: 'unknown',
      severity: 'info',
      names: ['azure tenant id', 'azure tenant', 'arm tenant id', 'aad tenant id', 'tenant id'],
      anyName: true,
      value: [uuid],
      identifier: true,
      helper: true,
      rotate: 'Names the directory; nothing to rotate.',
      docs: 'https://learn.microsoft.com/en-us/entra/fundamentals/how-to-find-tenant',
    },
    {
      id: 'azure-client-id',
      title: 'Azure application (client) id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: [
        'azure client id',
        'azure ad client id',
        'arm client id',
        'aad client id',
        'azure app id',
        'azure application id',
      ],
      anyName: true,
      value: [uuid],
      identifier: true,
      rotate:
        'Names an app registration or managed identity; the secret or certificate beside it is what can be replaced.',
      docs: 'https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app',
    },
    {
      id: 'azure-translator-key',
      title: 'Azure Translator key',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: [
        'translator key',
        'translator text',
        'translator api',
        'ms translator',
        'microsoft translator',
        'azure translator',
        'azure speech',
        'azure vision',
        'azure face',
      ],
      value: [hex(32)],
      rotate: 'Regenerate key 2 of the resource under Keys and Endpoint, move callers over, then regenerate key 1.',
      docs: 'https://learn.microsoft.com/en-us/azure/ai-services/translator/create-translator-resource',
    },
  ]),
];
