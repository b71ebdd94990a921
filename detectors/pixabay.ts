import { provider } from './build/provider.ts';
import { digits, hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const pixabay = provider('Pixabay', [
  {
    id: 'pixabay-api-key',
    title: 'Pixabay API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['pixabay'],
    value: [digits(7, 8), '-', hex(25)],
    rotate: 'Ask Pixabay for a new key through its contact form; what it finds is free for all.',
    docs: 'https://pixabay.com/api/docs/',
    verify: get('https://pixabay.com/api/?key={value}&per_page=3'),
  },
]);
