import { provider } from './build/provider.ts';
import { either, run } from './build/value.ts';

export const ciscoIos = provider('Cisco IOS', [
  {
    id: 'cisco-ios-password-hash',
    title: 'Cisco IOS password hash (types 8 and 9)',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    value: [either('$8$', '$9$'), run('A-Za-z0-9./', 14), '$', run('A-Za-z0-9./', 43)],
    anchors: ['$8$', '$9$'],
    rotate:
      'Set another password for the user or the enable mode on the device: a weak one can be guessed from its hash.',
    docs: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book/sec-cr-e1.html',
  },
]);
