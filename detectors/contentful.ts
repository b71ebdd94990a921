import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const contentful: readonly Detector[] = [
  {
    id: 'contentful-personal-access-token',
    title: 'Contentful personal access token',
    provider: 'Contentful',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['CFPAT-'], pattern: token(/CFPAT-[\w-]{43,64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new token at app.contentful.com/account/profile/cma_tokens, deploy it, then revoke this one.',
    docs: 'https://www.contentful.com/developers/docs/references/authentication/',
    examples: {
      match: (make) => [exampleLine('CONTENTFUL_MANAGEMENT_TOKEN=', `CFPAT-${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-${'x'.repeat(43)}`,
        `CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'contentful-delivery-token',
    title: 'Contentful content delivery or preview token',
    provider: 'Contentful',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['contentful'],
      ignoreCase: true,
      pattern: assignment('contentful[\\w.-]{0,24}(?:token|key)', '[A-Za-z0-9_-]{43}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Add a new key in Contentful under Settings > API keys, deploy it, then delete this one; preview tokens read drafts.',
    docs: 'https://www.contentful.com/developers/docs/references/authentication/',
    examples: {
      match: (make) => [exampleLine('CONTENTFUL_ACCESS_TOKEN=', make(make.base62, 43))],
      noMatch: (make) => [
        `CONTENTFUL_ACCESS_TOKEN=${'x'.repeat(43)}`,
        `CONTENTFUL_ACCESS_TOKEN=${make(make.base62, 30)}`,
        `CONTENTFUL_SPACE_ID=${make(make.base62, 43)}`,
      ],
    },
  },
];
