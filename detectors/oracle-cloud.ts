import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const oracleCloud: readonly Detector[] = [
  {
    id: 'oracle-cloud-user-ocid',
    title: 'Oracle Cloud user OCID',
    provider: 'Oracle Cloud',
    kind: 'other',
    identity: 'user',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['ocid1.user.oc'],
      pattern: token(/ocid1\.user\.oc\d{1,2}\.[\w-]{0,20}\.[a-z0-9]{60}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Public by itself; delete API keys and auth tokens of the user that stand near it under Identity, Users.',
    docs: 'https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm',
    examples: {
      match: (make) => [exampleLine('user=', `ocid1.user.oc1..${make(make.lowerAlnum, 60)}`)],
      noMatch: (make) => ['user=ocid1.user.oc1..<unique_ID>', `user=ocid1.user.oc1..${make(make.lowerAlnum, 12)}`],
    },
  },
  {
    id: 'oracle-cloud-password',
    title: 'Oracle Cloud auth token, key passphrase or password',
    provider: 'Oracle Cloud',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['oci_', 'oracle', 'pass_phrase'],
      ignoreCase: true,
      pattern: assignment(
        '(?:oci|oracle)[\\w.-]{0,24}(?:auth_?token|pass_?phrase|password)|pass_phrase',
        '[^\\s"\'`,;$<>{}()]{8,128}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Delete the auth token or API key under Identity, Users and make another, or change the password of the database user.',
    docs: 'https://docs.oracle.com/en-us/iaas/Content/Registry/Tasks/registrygettingauthtoken.htm',
    examples: {
      match: (make) => [
        exampleLine('OCI_AUTH_TOKEN=', make(make.base62, 20)),
        exampleLine('pass_phrase=', make(make.base62, 16)),
      ],
      noMatch: () => ['OCI_AUTH_TOKEN=${OCI_AUTH_TOKEN}', 'pass_phrase=changeme', 'ORACLE_PASSWORD=oracle'],
    },
  },
];
