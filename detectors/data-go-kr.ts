import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const dataGoKr = provider('Korea Public Data Portal', [
  {
    id: 'data-go-kr-service-key',
    title: 'Korea Public Data Portal service key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['data go kr'],
    value: [base64(86), '=='],
    rotate:
      'Request a new general service key on My Page of data.go.kr; the one before it ends when the new one is issued.',
    docs: 'https://www.data.go.kr/en/',
  },
]);
