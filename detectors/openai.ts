import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

/** `OpenAI` in base64: it stands in the middle of every key. */
const MARK = 'T3BlbkFJ';

const docs = 'https://platform.openai.com/docs/api-reference/authentication';

export const openai: readonly Detector[] = [
  {
    id: 'openai-project-key',
    title: 'OpenAI project API key',
    provider: 'OpenAI',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['sk-proj-'],
      pattern: token(/sk-proj-[\w-]{20,100}T3BlbkFJ[\w-]{20,100}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Create a new key in the project under platform.openai.com > API keys, deploy it, then delete this one there.',
    docs,
    examples: {
      match: (make) => [
        exampleLine('OPENAI_API_KEY=', `sk-proj-${make(make.base62, 74)}${MARK}${make(make.base62, 74)}`),
        exampleLine('openai.api_key = "', `sk-proj-${make(make.base62, 20)}${MARK}${make(make.base62, 20)}`, '"'),
      ],
      noMatch: (make) => [
        'OPENAI_API_KEY=sk-proj-your-key-goes-here',
        `OPENAI_API_KEY=sk-proj-${make(make.base62, 74)}`,
        `OPENAI_API_KEY=sk-proj-${'x'.repeat(74)}${MARK}${'x'.repeat(74)}`,
      ],
    },
  },
  {
    id: 'openai-service-account-key',
    title: 'OpenAI service account API key',
    provider: 'OpenAI',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['sk-svcacct-'],
      pattern: token(/sk-svcacct-[\w-]{20,100}T3BlbkFJ[\w-]{20,100}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Create a new key for the service account in the OpenAI project, deploy it, then delete this one under API keys.',
    docs,
    examples: {
      match: (make) => [exampleLine('key: ', `sk-svcacct-${make(make.base62, 58)}${MARK}${make(make.base62, 58)}`)],
      noMatch: (make) => [
        'key: sk-svcacct-...',
        `key: sk-svcacct-${make(make.base62, 12)}${MARK}${make(make.base62, 58)}`,
      ],
    },
  },
  {
    id: 'openai-admin-key',
    title: 'OpenAI admin API key',
    provider: 'OpenAI',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['sk-admin-'],
      pattern: token(/sk-admin-[\w-]{20,100}T3BlbkFJ[\w-]{20,100}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Delete the key under platform.openai.com > Organization > Admin keys and read the audit log for what it did.',
    docs: 'https://platform.openai.com/docs/api-reference/admin-api-keys',
    examples: {
      match: (make) => [
        exampleLine('OPENAI_ADMIN_KEY=', `sk-admin-${make(make.base62, 58)}${MARK}${make(make.base62, 58)}`),
      ],
      noMatch: (make) => [
        'OPENAI_ADMIN_KEY=sk-admin-<your-admin-key>',
        `OPENAI_ADMIN_KEY=sk-admin-${make(make.base62, 124)}`,
      ],
    },
  },
  {
    id: 'openai-user-key',
    title: 'OpenAI API key (legacy, of a user)',
    provider: 'OpenAI',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [MARK],
      lookBehind: 28,
      pattern: token(/sk-(?:None-)?[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Replace it with a project key, then delete it under platform.openai.com > Your profile > User API keys.',
    docs,
    publicPrefix: 'sk-',
    examples: {
      match: (make) => [
        exampleLine('OPENAI_API_KEY="', `sk-${make(make.base62, 20)}${MARK}${make(make.base62, 20)}`, '"'),
      ],
      noMatch: (make) => [
        `OPENAI_API_KEY="sk-${'x'.repeat(20)}${MARK}${'x'.repeat(20)}"`,
        `OPENAI_API_KEY="sk-${make(make.base62, 48)}"`,
        `data:image/png;base64,${make(make.base62, 40)}sk-${make(make.base62, 18)}${MARK}${make(make.base62, 20)}`,
      ],
    },
  },
];
