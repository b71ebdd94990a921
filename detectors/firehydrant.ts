import { provider } from './build/provider.ts';
import { either, lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const firehydrant = provider('FireHydrant', [
  {
    id: 'firehydrant-api-key',
    title: 'FireHydrant API key',
    kind: 'api-key',
    identity: 'bot',
    severity: 'high',
    names: ['firehydrant', 'fire hydrant'],
    anyName: true,
    value: [either('fhb-', 'fhc'), lowerAlnum(32, 64)],
    rotate: "Delete the bot user's key under Settings, API keys (bots) in FireHydrant and create another.",
    docs: 'https://support.firehydrant.io/hc/en-us/articles/360058262813-API-Keys',
    verify: bearer('https://api.firehydrant.io/v1/ping'),
  },
]);
