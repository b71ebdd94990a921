import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const kontentAi = provider('Kontent.ai', [
  {
    id: 'kontent-ai-api-key',
    title: 'Kontent.ai API key',
    kind: 'jwt',
    identity: 'app',
    severity: 'high',
    names: ['kontent', 'kentico', 'kc delivery', 'kc management', 'preview api', 'management api'],
    anyName: true,
    value: ['ew0KICAiYWxnIjog', base64url(30, 120), '.', base64url(60, 800), '.', base64url(43)],
    extract: ['jwt-claims'],
    rotate: 'Create another key in Kontent.ai under Project settings, API keys, deploy it, then revoke this one.',
    docs: 'https://kontent.ai/learn/docs/apis/api-limitations/api-keys',
  },
]);
