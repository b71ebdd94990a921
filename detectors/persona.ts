import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const persona = provider('Persona', [
  {
    id: 'persona-production-api-key',
    title: 'Persona API key (production)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['persona_production_', run('a-z0-9_-', 20, 80)],
    rotate:
      'Add an API key in the Persona dashboard under API, move over, then disable this one; identity checks of people are behind it.',
    docs: 'https://docs.withpersona.com/api-keys',
    verify: bearer('https://api.withpersona.com/api/v1/accounts'),
  },
  {
    id: 'persona-sandbox-api-key',
    title: 'Persona API key (sandbox)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['persona_sandbox_', run('a-z0-9_-', 20, 80)],
    rotate: 'Disable it in the Persona dashboard under API of the sandbox; no real people are in there.',
    docs: 'https://docs.withpersona.com/api-keys',
    verify: bearer('https://api.withpersona.com/api/v1/accounts'),
  },
]);
