import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const polytomic = provider('Polytomic', [
  {
    id: 'polytomic-api-key',
    title: 'Polytomic API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['polytomic'],
    value: [uuid],
    rotate: 'Regenerate it in the user settings of Polytomic; the connections to your databases can be driven with it.',
    docs: 'https://apidocs.polytomic.com/guides/obtaining-api-keys',
    verify: bearer('https://app.polytomic.com/api/me'),
  },
]);
