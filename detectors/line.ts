import { provider } from './build/provider.ts';
import { hex, base62, base64 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const line = provider('LINE', [
  {
    // All of them end alike.
    id: 'line-channel-access-token',
    title: 'LINE long-lived channel access token',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    anchors: ['1O/w1cDnyilFU='],
    value: [base64(158), '1O/w1cDnyilFU='],
    rotate:
      'Reissue it on the Messaging API tab of the channel in the LINE Developers Console, with a grace period for the old one of up to 24 hours.',
    docs: 'https://developers.line.biz/en/docs/basics/channel-access-token/',
    verify: bearer('https://api.line.me/v2/bot/info'),
  },
  {
    id: 'line-channel-access-token-named',
    title: 'LINE channel access token (by its name)',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    names: ['line channel', 'line bot', 'line access', 'line messaging', 'channel access', 'channel token'],
    anyName: true,
    value: [base64(171), '='],
    rotate:
      'Reissue it on the Messaging API tab of the channel in the LINE Developers Console, with a grace period for the old one of up to 24 hours.',
    docs: 'https://developers.line.biz/en/docs/basics/channel-access-token/',
    verify: bearer('https://api.line.me/v2/bot/info'),
  },
  {
    id: 'line-channel-secret',
    title: 'LINE channel secret',
    kind: 'signing-key',
    identity: 'app',
    severity: 'high',
    names: ['line channel secret', 'line secret', 'line bot secret', 'line bot channel secret', 'channel secret'],
    value: [hex(32)],
    rotate:
      'Issue another channel secret on the Basic settings tab of the channel; the former one, and signatures made with it, stop at once.',
    docs: 'https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/',
  },
  {
    id: 'line-notify-token',
    title: 'LINE Notify token (service ended)',
    kind: 'access-token',
    identity: 'bot',
    severity: 'low',
    names: ['linenotify', 'line notify'],
    value: [base62(43)],
    rotate: 'LINE Notify ended on 31 March 2025: delete the token from the code and send through the Messaging API.',
    docs: 'https://notify-bot.line.me/closing-announce',
  },
]);
