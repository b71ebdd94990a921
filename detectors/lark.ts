import { provider } from './build/provider.ts';
import { run, hex, base62, either } from './build/value.ts';

export const lark = provider('Lark', [
  {
    id: 'lark-app-id',
    title: 'Lark or Feishu app id',
    kind: 'client-secret',
    identity: 'app',
    severity: 'info',
    value: ['cli_', hex(16)],
    checks: [{ check: 'mixed', classes: 'ld' }],
    identifier: true,
    rotate: 'The id stays; reset the app secret that goes with it in the developer console.',
    docs: 'https://open.larksuite.com/document/server-docs/getting-started/api-access-token/app-access-token-development-guide',
  },
  {
    id: 'lark-app-secret',
    title: 'Lark or Feishu app secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['lark app', 'lark secret', 'larksuite', 'feishu'],
    value: [base62(32)],
    pairsWith: { detector: 'lark-app-id', withinBytes: 600 },
    rotate:
      'Reset the app secret on the Credentials page of the app at open.larksuite.com or open.feishu.cn and deploy the new one.',
    docs: 'https://open.larksuite.com/document/server-docs/getting-started/api-access-token/app-access-token-development-guide',
  },
  {
    id: 'lark-access-token',
    title: 'Lark or Feishu access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['lark tenant', 'lark user', 'lark access', 'lark app access', 'larksuite', 'feishu', 'tenant access token'],
    anyName: true,
    value: [either('t-', 'u-', 'a-'), run('A-Za-z0-9._', 30, 50)],
    rotate: 'It ends by itself within two hours; reset the app secret if whoever wrote it down holds that too.',
    docs: 'https://open.larksuite.com/document/home/introduction-to-scope-and-authorization/access-credentials',
  },
]);
