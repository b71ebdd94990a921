import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const stitchData = provider('Stitch', [
  {
    id: 'stitch-api-key',
    title: 'Stitch (data integration) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['stitch data'],
    value: [run('a-z0-9_', 35)],
    rotate:
      'Generate a new API access token under Account Settings in Stitch, switch clients over, then revoke this one.',
    docs: 'https://www.stitchdata.com/docs/developers/stitch-connect/api',
    verify: bearer('https://api.stitchdata.com/v4/sources'),
  },
]);
