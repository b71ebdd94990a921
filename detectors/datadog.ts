import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { hexExamples } from './build/value-examples.ts';
import { header } from './build/verify.ts';

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const datadog: readonly Detector[] = [
  {
    id: 'datadog-api-key',
    title: 'Datadog API key',
    provider: 'Datadog',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['datadog', 'dd_api_key', 'dd-api-key', 'ddapikey', 'dd_apikey'],
      ignoreCase: true,
      pattern: assignment('datadog[\\w.-]{0,24}key|dd[_-]?api[_-]?key', '[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate: 'Create another API key under Organization Settings, API Keys, switch agents over, then revoke this one.',
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    verify: header('dd-api-key', 'https://api.datadoghq.com/api/v1/validate'),
    examples: hexExamples('DD_API_KEY', 32),
  },
  {
    id: 'datadog-application-key',
    title: 'Datadog application key',
    provider: 'Datadog',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['datadog', 'dd_app', 'dd-app', 'ddapp'],
      ignoreCase: true,
      pattern: assignment('datadog[\\w.-]{0,24}(?:key|token)|dd[_-]?app(?:lication)?[_-]?key', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate:
      'Revoke it under Organization Settings, Application Keys; give the new one scopes and a service account as owner.',
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    examples: hexExamples('DD_APP_KEY', 40),
  },
];
