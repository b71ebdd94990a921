import { provider } from './build/provider.ts';
import { hex, run } from './build/value.ts';

export const tines = provider('Tines', [
  {
    id: 'tines-webhook-url',
    title: 'Tines webhook URL',
    kind: 'webhook',
    identity: 'app',
    severity: 'medium',
    anchors: ['.tines.com/webhook/'],
    value: ['https://', run('a-z0-9-', 1, 63), '.tines.com/webhook/', run('a-z0-9_-', 4, 64), '/', hex(32)],
    rotate:
      'Give the webhook action another secret in the Tines story and change the address at its callers; whoever has it starts the story.',
    docs: 'https://www.tines.com/docs/actions/types/webhook/',
  },
]);
