import type { Detector } from '../src/model/detector.ts';
import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const akamai: readonly Detector[] = [
  {
    id: 'akamai-edgegrid-client-secret',
    title: 'Akamai EdgeGrid client secret',
    provider: 'Akamai',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['akab-'],
      pattern:
        /akab-[a-z0-9]{16}-[a-z0-9]{16}[\s\S]{0,300}?client_secret["']?\s?[:=]\s?["']?(?<secret>[A-Za-z0-9+/]{43}=)/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Create a second credential for the API client in Control Center, switch over, then deactivate and delete this one.',
    docs: 'https://techdocs.akamai.com/developer/docs/manage-many-accounts-with-one-api-client',
    examples: {
      match: (make) => {
        const secret = `${make(make.base62, 43)}=`;
        const id = `akab-${make(make.lowerAlnum, 16)}-${make(make.lowerAlnum, 16)}`;
        return [{ text: `client_token = ${id}\nclient_secret = ${secret}`, secret, path: '.edgerc' }];
      },
      noMatch: (make) => [
        `access_token = akab-${make(make.lowerAlnum, 16)}-${make(make.lowerAlnum, 16)}`,
        `client_token = akab-${make(make.lowerAlnum, 16)}-${make(make.lowerAlnum, 16)}\nclient_secret = ${'x'.repeat(43)}=`,
      ],
    },
  },
  ...provider('Akamai', [
    {
      id: 'akamai-edgegrid-client-secret-alone',
      title: 'Akamai EdgeGrid client secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'critical',
      names: ['akamai client secret', 'akamai secret', 'edgegrid client secret', 'edgegrid secret'],
      value: [base64(43), '='],
      rotate:
        'Create a second credential for the API client in Control Center, switch over, then deactivate and delete this one.',
      docs: 'https://techdocs.akamai.com/developer/docs/set-up-authentication-credentials',
    },
  ]),
];
