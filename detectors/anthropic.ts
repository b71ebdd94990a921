import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const anthropic: readonly Detector[] = [
  {
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    provider: 'Anthropic',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['sk-ant-api03-'],
      pattern: token(/sk-ant-api03-[\w-]{80,110}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'expected', shape: 'AA$' }],
    rotate: 'Create a new key in the Claude Console under API keys, deploy it, then disable and delete this one.',
    docs: 'https://docs.anthropic.com/en/api/getting-started',
    examples: {
      match: (make) => [
        exampleLine('ANTHROPIC_API_KEY=', `sk-ant-api03-${make(make.base62, 93)}AA`),
        exampleLine('x-api-key: ', `sk-ant-api03-${make(make.base62, 93)}AA`),
      ],
      noMatch: (make) => [
        'ANTHROPIC_API_KEY=sk-ant-api03-...',
        `ANTHROPIC_API_KEY=sk-ant-api03-${'x'.repeat(93)}AA`,
        `ANTHROPIC_API_KEY=sk-ant-api03-${make(make.base62, 70)}AA`,
      ],
    },
  },
  {
    id: 'anthropic-admin-key',
    title: 'Anthropic admin API key',
    provider: 'Anthropic',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['sk-ant-admin01-'],
      pattern: token(/sk-ant-admin01-[\w-]{80,110}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'expected', shape: 'AA$' }],
    rotate:
      'An organisation admin deletes it in the Claude Console under Admin keys; it can list members and API keys.',
    docs: 'https://docs.anthropic.com/en/api/administration-api',
    examples: {
      match: (make) => [exampleLine('ADMIN_KEY=', `sk-ant-admin01-${make(make.base62, 93)}AA`)],
      noMatch: (make) => [
        `ADMIN_KEY=sk-ant-admin01-${'0'.repeat(93)}AA`,
        `ADMIN_KEY=sk-ant-admin01-${make(make.base62, 70)}AA`,
      ],
    },
  },
  {
    id: 'anthropic-oauth-token',
    title: 'Anthropic OAuth token',
    provider: 'Anthropic',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sk-ant-oat01-', 'sk-ant-ort01-'],
      pattern: token(/sk-ant-o[ar]t01-[\w-]{80,120}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Sign out of the session it came from in the account settings, then sign in again to get a new token.',
    docs: 'https://docs.anthropic.com/en/docs/claude-code/iam',
    examples: {
      match: (make) => [
        exampleLine('CLAUDE_CODE_OAUTH_TOKEN=', `sk-ant-oat01-${make(make.base62, 93)}AA`),
        exampleLine('"refreshToken": "', `sk-ant-ort01-${make(make.base62, 93)}AA`, '"'),
      ],
      noMatch: (make) => [
        `CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-${'x'.repeat(95)}`,
        `CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-${make(make.base62, 30)}`,
      ],
    },
  },
];
