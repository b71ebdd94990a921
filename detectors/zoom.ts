import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const zoom: readonly Detector[] = [
  {
    id: 'zoom-client-secret',
    title: 'Zoom OAuth client secret',
    provider: 'Zoom',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['zoom'],
      ignoreCase: true,
      pattern: assignment('zoom[_.-]?(?:\\w{0,12}[_.-])?(?:client|sdk|api|app)[_-]?secret', '[A-Za-z0-9]{32,40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'zoom-client-id', withinBytes: 600 },
    rotate: 'Rotate the client secret of the app at marketplace.zoom.us under App credentials and deploy the new one.',
    docs: 'https://developers.zoom.us/docs/integrations/oauth/',
    examples: {
      match: (make) => [exampleLine('ZOOM_CLIENT_SECRET=', make(make.base62, 32))],
      noMatch: (make) => [
        `ZOOM_CLIENT_SECRET=${'x'.repeat(32)}`,
        `ZOOM_CLIENT_SECRET=${make(make.base62, 20)}`,
        `ZOOM_CLIENT_ID=${make(make.base62, 32)}`,
      ],
    },
  },
  ...provider('Zoom', [
    {
      id: 'zoom-client-id',
      title: 'Zoom client id',
      kind: 'api-key',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['zoom client id', 'zoom sdk key', 'zoom api key', 'zoom client key'],
      anyName: true,
      value: [base62(20, 22)],
      rotate:
        'Client ids are public; regenerate the client secret of the app at marketplace.zoom.us when that leaked beside it.',
      docs: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/',
    },
  ]),
];
