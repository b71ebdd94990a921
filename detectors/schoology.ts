import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const schoology = provider('Schoology', [
  {
    id: 'schoology-consumer-secret',
    title: 'Schoology consumer secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'high',
    names: ['schoology'],
    value: [hex(32)],
    rotate:
      'Reset the secret at app.schoology.com/api for the user or app it was made for; records of pupils may be open to it.',
    docs: 'https://developers.schoology.com/api-documentation/authentication',
  },
]);
