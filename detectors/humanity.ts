import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const humanity = provider('Humanity', [
  {
    id: 'humanity-access-token',
    title: 'Humanity (ShiftPlanning) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['humanity api', 'humanity access', 'humanity token', 'shiftplanning'],
    value: [hex(40)],
    rotate: 'Take the access of the app away in the Humanity account and let it log in anew for another token.',
    docs: 'https://platform.humanity.com/docs/authentication',
    verify: get('https://www.humanity.com/api/v2/me?access_token={value}'),
  },
]);
