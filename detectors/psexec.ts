import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const psexec: readonly Detector[] = [
  {
    id: 'psexec-password',
    title: 'Password on a PsExec command line',
    provider: 'PsExec',
    kind: 'password',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['psexec'],
      ignoreCase: true,
      pattern:
        /psexec(?:64)?(?:\.exe)?["']?\s(?=[^\r\n]{0,160}[-/]u\s)[^\r\n]{0,160}?\s[-/]p\s{1,4}["']?(?<secret>[^\s"'%$<>]{4,64})/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Change the password of the account on every machine it opens; let the scheduler hold credentials instead of a script.',
    docs: 'https://learn.microsoft.com/en-us/sysinternals/downloads/psexec',
    examples: {
      match: (make) => [
        exampleLine('psexec.exe \\\\build7 -u DOMAIN\\deploy -p ', make(make.base62, 12), ' cmd /c hostname'),
        exampleLine('PsExec64 -accepteula \\\\10.1.2.3 -u admin -p "', make(make.base62, 10), '" -s cmd'),
      ],
      noMatch: (make) => [
        'psexec \\\\host -u user -p %PASSWORD% cmd',
        'psexec \\\\host -u user -p <password> cmd',
        `ssh host -p ${make(make.base62, 12)}`,
      ],
    },
  },
];
