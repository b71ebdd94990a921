import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const agora = provider('Agora', [
  {
    id: 'agora-app-certificate',
    title: 'Agora app certificate',
    kind: 'signing-key',
    identity: 'app',
    severity: 'high',
    names: ['agora app certificate', 'agora certificate', 'agora app cert', 'agora primary certificate'],
    anyName: true,
    value: [hex(32)],
    pairsWith: { detector: 'agora-app-id', withinBytes: 600 },
    rotate:
      'Enable the secondary certificate of the project in Agora Console, make it primary, and delete this one once token servers use the new.',
    docs: 'https://docs.agora.io/en/video-calling/token-authentication/manage-agora-account',
  },
  {
    id: 'agora-app-id',
    title: 'Agora app id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['agora app id'],
    anyName: true,
    value: [hex(32)],
    identifier: true,
    rotate: 'Ships with every client; projects that let users in with the id alone should be switched to tokens.',
    docs: 'https://docs.agora.io/en/video-calling/token-authentication/manage-agora-account',
  },
]);
