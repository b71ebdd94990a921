import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const lendflow = provider('Lendflow', [
  {
    id: 'lendflow-api-token',
    title: 'Lendflow API token',
    kind: 'jwt',
    identity: 'user',
    severity: 'high',
    names: ['lendflow'],
    anyName: true,
    value: ['eyJ', base64url(20, 60), '.eyJ', base64url(100, 800), '.', base64url(300, 800)],
    extract: ['jwt-claims'],
    rotate: 'Ask Lendflow to revoke the token and issue another from the dashboard.',
    docs: 'https://docs.lendflow.com/',
    verify: bearer('https://app.lendflow.io/api/v1/deals'),
  },
]);
