import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const screenshotapi = provider('ScreenshotAPI', [
  {
    id: 'screenshotapi-token',
    title: 'ScreenshotAPI token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['screenshotapi', 'screenshot api'],
    value: [upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7)],
    rotate: 'Replace the token in the ScreenshotAPI dashboard.',
    docs: 'https://docs.screenshotapi.net/',
  },
]);
