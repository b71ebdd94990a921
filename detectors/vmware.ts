import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const vmware: readonly Detector[] = [
  {
    id: 'vmware-connect-viserver-password',
    title: 'Password of a PowerCLI connection',
    provider: 'VMware',
    kind: 'password',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['connect-viserver'],
      ignoreCase: true,
      pattern: /Connect-VIServer[^\n|;]{1,200}?\s-Password\s{1,4}["']?(?<secret>[^\s"'$;|]{6,64})/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    rotate:
      'Change the password of the vCenter account, and keep it in a credential store (New-VICredentialStoreItem) or pass a credential object.',
    docs: 'https://developer.broadcom.com/powercli/latest/vmware.vimautomation.core/commands/connect-viserver',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('Connect-VIServer -Server vc.shop.io -User ops -Password "', make(make.base62, 14), '"'),
      ],
      noMatch: () => [
        'Connect-VIServer -Server vc.shop.io -User ops -Password "$password"',
        'Connect-VIServer -Server vc.shop.io -Credential $cred',
      ],
    },
  },
];
