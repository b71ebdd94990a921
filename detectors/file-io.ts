import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const fileIo = provider('file.io', [
  {
    id: 'file-io-api-key',
    title: 'file.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['fileio', 'file io'],
    value: [upperAlnum(7), '.', upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7)],
    rotate: 'Delete the key in the file.io account and create another.',
    docs: 'https://www.file.io/developers',
  },
]);
