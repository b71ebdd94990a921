import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const flagsmith = provider('Flagsmith', [
  {
    id: 'flagsmith-server-side-key',
    title: 'Flagsmith server-side environment key',
    kind: 'api-key',
    identity: 'workload',
    severity: 'medium',
    names: ['flagsmith'],
    anyName: true,
    value: ['ser.', base62(20, 48)],
    rotate:
      'Delete the key under Environment Settings, SDK Keys and create another; it reads all flags and segments of the environment.',
    docs: 'https://docs.flagsmith.com/integrating-with-flagsmith/sdks/server-side',
  },
  {
    id: 'flagsmith-organisation-api-key',
    title: 'Flagsmith organisation API key',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    names: ['flagsmith'],
    value: [base62(8), '.', base62(32)],
    checks: [{ check: 'mixed', classes: 'uld' }],
    rotate: 'Revoke the key under Organisation Settings, API Keys and create one with a role of its own.',
    docs: 'https://docs.flagsmith.com/',
  },
]);
