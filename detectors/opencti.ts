import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const opencti = provider('OpenCTI', [
  {
    id: 'opencti-api-token',
    title: 'OpenCTI API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['opencti', 'open cti'],
    value: [uuid],
    rotate:
      'Renew the token in the profile of the OpenCTI user, or as an administrator in the settings of that user; the former ends with it.',
    docs: 'https://docs.opencti.io/latest/deployment/integrations/',
  },
]);
