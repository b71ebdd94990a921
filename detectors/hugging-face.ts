import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const huggingFace: readonly Detector[] = [
  {
    id: 'hugging-face-user-token',
    title: 'Hugging Face user access token',
    provider: 'Hugging Face',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['hf_'],
      pattern: token(/hf_[A-Za-z0-9]{34}/, '-'),
      proof: 'format',
    },
    // The vendor draws letters only, mostly; names such as hf_… functions are all lower case.
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ul' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Open huggingface.co/settings/tokens, choose Invalidate and refresh for this token, and deploy the new value.',
    docs: 'https://huggingface.co/docs/hub/security-tokens',
    examples: {
      match: (make) => [
        exampleLine('HF_TOKEN=', `hf_${make(make.base62, 34)}`),
        exampleLine('login(token="', `hf_${make(make.base62, 34)}`, '")'),
      ],
      noMatch: (make) => [
        `HF_TOKEN=hf_${'x'.repeat(34)}`,
        `HF_TOKEN=hf_${make(make.base62, 30)}`,
        `shelf_${make(make.base62, 34)}`,
      ],
    },
  },
  {
    id: 'hugging-face-organization-token',
    title: 'Hugging Face organization API token',
    provider: 'Hugging Face',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['api_org_'],
      pattern: token(/api_org_[A-Za-z]{34}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ul' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Organization tokens are retired: delete it in the organization settings and use a fine-grained user token.',
    docs: 'https://huggingface.co/docs/hub/en/organizations',
    examples: {
      match: (make) => [exampleLine('token: ', `api_org_${make(make.base62.slice(10), 34)}`)],
      noMatch: (make) => [`token: api_org_${'a'.repeat(34)}`, `token: api_org_${make(make.base62.slice(10), 20)}`],
    },
  },
];
