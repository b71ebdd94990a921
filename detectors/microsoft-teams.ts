import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { makeUuid } from './build/uuid.ts';

function webhook(make: ExampleMaker, host: string, path: string): string {
  return `https://${host}/${path}/${makeUuid(make)}@${makeUuid(make)}/IncomingWebhook/${make(make.hex, 32)}/${makeUuid(make)}`;
}

export const microsoftTeams: readonly Detector[] = [
  {
    id: 'microsoft-teams-webhook-url',
    title: 'Microsoft Teams incoming webhook URL',
    provider: 'Microsoft Teams',
    kind: 'webhook',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['webhook.office.com/webhookb2/', 'outlook.office.com/webhook/'],
      lookBehind: 72,
      pattern:
        /https:\/\/(?:[A-Za-z0-9-]{1,62}\.webhook\.office\.com\/webhookb2|outlook\.office\.com\/webhook)\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}(?![\w-]{8})/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Remove the Incoming Webhook connector from the channel; make its successor with the Workflows app.',
    docs: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    publicPrefix: 'https://',
    examples: {
      match: (make) => [
        exampleLine('TEAMS_WEBHOOK=', webhook(make, 'contoso.webhook.office.com', 'webhookb2')),
        exampleLine('url: ', webhook(make, 'outlook.office.com', 'webhook')),
      ],
      noMatch: (make) => [
        'TEAMS_WEBHOOK=https://contoso.webhook.office.com/webhookb2/...',
        `TEAMS_WEBHOOK=https://contoso.webhook.office.com/webhookb2/${makeUuid(make)}@${makeUuid(make)}`,
        `url: https://example.com/webhook/${makeUuid(make)}@${makeUuid(make)}/IncomingWebhook/${make(make.hex, 32)}/${makeUuid(make)}`,
      ],
    },
  },
  {
    id: 'microsoft-workflow-webhook-url',
    title: 'Signed URL of a Power Automate or Logic Apps workflow',
    provider: 'Microsoft Power Automate',
    kind: 'webhook',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['.logic.azure.com', '.api.powerplatform.com'],
      lookBehind: 90,
      maxLength: 700,
      pattern:
        /https:\/\/[A-Za-z0-9.-]{1,80}\.(?:logic\.azure|api\.powerplatform)\.com(?::443)?\/[^\s"'<>`]{20,400}?[?&;]sig=(?<secret>[\w-]{43})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Regenerate the access key of the workflow (az rest … /regenerateAccessKey), or replace its HTTP trigger, and deploy the new URL.',
    docs: 'https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app#access-to-request-based-triggers',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine(
          `url = "https://prod-05.westus.logic.azure.com:443/workflows/${make(make.hex, 32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=`,
          make(make.base62, 43),
          '"',
        ),
      ],
      noMatch: (make) => [
        'url = "https://prod-05.westus.logic.azure.com:443/workflows/<remaining-callback-URL>"',
        `url = "https://prod-05.westus.logic.azure.com:443/workflows/${make(make.hex, 32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sv=1.0&sig=${'x'.repeat(43)}"`,
        `url = "https://example.com/workflows/${make(make.hex, 32)}/triggers/manual/paths/invoke?sig=${make(make.base62, 43)}"`,
      ],
    },
  },
];
