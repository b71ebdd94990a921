import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const ionic = provider('Ionic Appflow', [
  {
    id: 'ionic-access-token',
    title: 'Ionic Appflow personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['ion_', base62(42)],
    rotate:
      'Delete it under Personal settings, Personal access tokens on dashboard.ionicframework.com, and generate another for the pipeline.',
    docs: 'https://ionic.io/docs/appflow/personal-access-tokens',
  },
]);
