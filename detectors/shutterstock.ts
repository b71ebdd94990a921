import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const shutterstock = provider('Shutterstock', [
  {
    id: 'shutterstock-access-token',
    title: 'Shutterstock access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['shutterstock'],
    anyName: true,
    value: ['v2/', run('A-Za-z0-9+/_-', 300, 500)],
    rotate:
      'Delete the app or its token at shutterstock.com/account/developers/apps; licences bought with it are billed.',
    docs: 'https://api-reference.shutterstock.com/#authentication',
    verify: bearer('https://api.shutterstock.com/v2/user'),
  },
]);
