import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

const random: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'mixed', classes: 'uld' },
  { check: 'entropy', min: 3.8 },
];

export const ibmCloud: readonly Detector[] = [
  {
    id: 'ibm-cloud-api-key',
    title: 'IBM Cloud API key',
    provider: 'IBM Cloud',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['ibm', 'bluemix', 'bx_api_key'],
      ignoreCase: true,
      pattern: assignment('(?:ibm|bluemix)[\\w.-]{0,24}(?:key|token)|bx_api_key', '[A-Za-z0-9_-]{42,44}'),
      proof: 'context',
    },
    checks: random,
    rotate: 'Delete it with `ibmcloud iam api-key-delete` (or `service-api-key-delete`) after switching to another.',
    docs: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
    examples: {
      match: (make) => [exampleLine('IBMCLOUD_API_KEY=', make(make.base62, 44))],
      noMatch: (make) => [`IBMCLOUD_API_KEY=${'x'.repeat(44)}`, `IBMCLOUD_API_KEY=${make(make.base62, 30)}`],
    },
  },
  ...provider('IBM Cloud', [
    {
      id: 'ibm-watson-api-key',
      title: 'IBM Watson service API key',
      kind: 'api-key',
      identity: 'service-account',
      severity: 'high',
      names: [
        'watson api',
        'watson iam',
        'watson key',
        'watson assistant',
        'watson discovery',
        'language translator',
        'natural language understanding',
        'tone analyzer',
        'speech to text',
        'text to speech',
      ],
      value: [base64url(44)],
      rotate:
        'Delete the credential on the Service credentials page of the Watson instance and add another with the lowest role that does.',
      docs: 'https://cloud.ibm.com/docs/watson?topic=watson-iam',
    },
  ]),
];
