import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const powershell: readonly Detector[] = [
  {
    id: 'powershell-plain-secure-string',
    title: 'Password written into a PowerShell script',
    provider: 'PowerShell',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['ConvertTo-SecureString'],
      ignoreCase: true,
      pattern:
        /ConvertTo-SecureString(?=[^\r\n]{0,300}-AsPlainText)(?:\s{1,4}-(?:AsPlainText|Force|String)){0,3}\s{1,4}\\?(?<quote>["'])(?<secret>[^"'\r\n$\\]{4,200})\\?\k<quote>/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'not-everyday' }],
    rotate: 'Change the password at the system it opens, and read it with Get-Secret or from a vault in the script.',
    docs: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring',
    examples: {
      match: (make) => [
        exampleLine('$p = ConvertTo-SecureString "', make(make.base62, 14), '" -AsPlainText -Force'),
        exampleLine("ConvertTo-SecureString -AsPlainText -Force -String '", make(make.base62, 12), "'"),
      ],
      noMatch: (make) => [
        'ConvertTo-SecureString "$env:PASSWORD" -AsPlainText -Force',
        'ConvertTo-SecureString "YourPasswordHere" -AsPlainText -Force',
        // What ConvertFrom-SecureString wrote can be read by one account of one machine only.
        `ConvertTo-SecureString "01000000d08c9ddf0115d1118c7a00c04fc297eb${make(make.hex, 60)}"`,
      ],
    },
  },
];
