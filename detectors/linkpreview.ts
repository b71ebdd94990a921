import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const linkpreview = provider('LinkPreview', [
  {
    id: 'linkpreview-api-key',
    title: 'LinkPreview API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['linkpreview', 'link preview'],
    value: [hex(32)],
    rotate: 'Remove the key at my.linkpreview.net and add another there.',
    docs: 'https://docs.linkpreview.net/',
  },
]);
