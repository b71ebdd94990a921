import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }];

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

const newRelicDocs = 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/';

export const newRelic: readonly Detector[] = [
  {
    id: 'new-relic-user-key',
    title: 'New Relic user key',
    provider: 'New Relic',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['NRAK-'], pattern: token(/NRAK-[A-Z0-9]{27}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Delete it on the API keys page and create another.',
    docs: newRelicDocs,
    examples: {
      match: (make) => [exampleLine('NEW_RELIC_API_KEY=', `NRAK-${make(make.upperAlnum, 27)}`)],
      noMatch: (make) => [
        `NEW_RELIC_API_KEY=NRAK-${'X'.repeat(27)}`,
        `NEW_RELIC_API_KEY=NRAK-${make(make.upperAlnum, 12)}`,
      ],
    },
  },
  {
    id: 'new-relic-insights-key',
    title: 'New Relic Insights insert or query key',
    provider: 'New Relic',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['NRII-', 'NRIQ-'], pattern: token(/NRI[IQ]-[\w-]{32}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Delete it on the Insights API keys page; use a license key or a user key instead.',
    docs: newRelicDocs,
    examples: {
      match: (make) => [exampleLine('X-Insert-Key: ', `NRII-${make(make.base62, 32)}`)],
      noMatch: (make) => [`X-Insert-Key: NRII-${'x'.repeat(32)}`, `X-Insert-Key: NRII-${make(make.base62, 12)}`],
    },
  },
  {
    id: 'new-relic-rest-api-key',
    title: 'New Relic REST or admin API key (older format)',
    provider: 'New Relic',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['NRRA-', 'NRAA-'],
      pattern: token(/NR(?:RA-[0-9a-f]{42}|AA-[0-9a-f]{27})/, '-'),
      proof: 'format',
    },
    checks: plausibleHex,
    rotate: 'Delete it on the API keys page; use a user key instead.',
    docs: newRelicDocs,
    examples: {
      match: (make) => [exampleLine('Api-Key: ', `NRRA-${make(make.hex, 42)}`)],
      noMatch: (make) => [`Api-Key: NRRA-${'0'.repeat(42)}`, `Api-Key: NRRA-${make(make.hex, 20)}`],
    },
  },
  {
    id: 'new-relic-license-key',
    title: 'New Relic license key',
    provider: 'New Relic',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['NRAL'],
      pattern: token(/(?:eu01xx|[a-z0-9]{6})[0-9a-f]{30}NRAL/),
      lookBehind: 36,
      proof: 'format',
    },
    checks: plausibleHex,
    rotate:
      'Create another ingest license key on the API keys page, switch agents over, then delete this one (the original through support).',
    docs: newRelicDocs,
    examples: {
      match: (make) => [exampleLine('NEW_RELIC_LICENSE_KEY=', `${make(make.hex, 36)}NRAL`)],
      noMatch: (make) => [
        `NEW_RELIC_LICENSE_KEY=${'0'.repeat(36)}NRAL`,
        `NEW_RELIC_LICENSE_KEY=${make(make.hex, 20)}NRAL`,
      ],
    },
  },
  ...provider('New Relic', [
    {
      id: 'new-relic-pixie-api-key',
      title: 'Pixie API key',
      kind: 'api-key',
      identity: 'user',
      severity: 'high',
      value: ['px-api-', uuid],
      rotate: 'Delete it with `px api-key delete`, or under Admin, API Keys of Pixie, and create another.',
      docs: 'https://docs.px.dev/reference/admin/api-keys/',
    },
    {
      id: 'new-relic-pixie-deploy-key',
      title: 'Pixie deploy key',
      kind: 'api-key',
      identity: 'workload',
      severity: 'medium',
      value: ['px-dep-', uuid],
      rotate:
        'Delete it with `px deploy-key delete`, or under Admin, Deploy Keys of Pixie, and create another; clusters already joined stay.',
      docs: 'https://docs.px.dev/reference/admin/deploy-keys/',
    },
    {
      id: 'new-relic-license-key-older',
      title: 'New Relic license key (older format)',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: ['newrelic', 'new relic'],
      value: [hex(40)],
      rotate:
        'Create another ingest license key on the API keys page, switch agents over, then delete this one (the original through support).',
      docs: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
  ]),
  {
    id: 'new-relic-license-key-in-agent-configuration',
    title: 'New Relic license key in the configuration of an agent',
    provider: 'New Relic',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['license_key'],
      pattern: assignment('license_key', '[0-9a-f]{40}'),
      proof: 'context',
      paths: /new-?_?relic[^/]{0,40}$/i,
    },
    checks: plausibleHex,
    rotate:
      'Create another ingest license key on the API keys page, switch agents over, then delete this one (the original through support).',
    docs: newRelicDocs,
    examples: {
      match: (make) => [{ ...exampleLine("  license_key: '", make(make.hex, 40), "'"), path: 'config/newrelic.yml' }],
      noMatch: (make) => [
        { text: "  license_key: '<%= license %>'", path: 'config/newrelic.yml' },
        { text: `  license_key: '${make(make.hex, 40)}'`, path: 'config/other.yml' },
      ],
    },
  },
];
