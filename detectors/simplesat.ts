import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum40 = alnum(40);

export const simplesat = provider('Simplesat', [
  {
    id: 'simplesat-api-key',
    title: 'Simplesat API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['simplesat'],
    value: [alnum40],
    rotate: 'Regenerate the key in Simplesat under Account settings > API keys.',
    docs: 'https://docs.simplesat.io/',
    verify: header('x-simplesat-token', 'https://api.simplesat.io/api/v1/questions'),
  },
]);
