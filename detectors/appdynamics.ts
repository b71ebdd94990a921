import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const appdynamics = provider('AppDynamics', [
  {
    id: 'appdynamics-client-secret',
    title: 'AppDynamics API client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['appdynamics client secret', 'appdynamics api secret', 'appd client secret', 'appdynamics secret'],
    value: [uuid],
    rotate:
      'Generate a new secret for the API client under Administration, API Clients; tokens issued with the former stay valid until they expire or are revoked.',
    docs: 'https://docs.appdynamics.com/appd/latest/en/extend-appdynamics/appdynamics-apis/api-clients',
  },
]);
