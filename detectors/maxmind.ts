import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const maxmind: readonly Detector[] = [
  {
    id: 'maxmind-license-key',
    title: 'MaxMind license key',
    provider: 'MaxMind',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['_mmk'],
      lookBehind: 36,
      maxLength: 48,
      pattern: token(/[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Generate a new license key at maxmind.com under Manage license keys, deploy it, then delete this one.',
    docs: 'https://support.maxmind.com/knowledge-base/articles/managing-maxmind-license-keys',
    publicPrefix: '',
    examples: {
      match: (make) => [exampleLine('MAXMIND_LICENSE_KEY=', `${make(make.base62, 6)}_${make(make.base62, 29)}_mmk`)],
      noMatch: (make) => [
        `MAXMIND_LICENSE_KEY=${'x'.repeat(6)}_${'x'.repeat(29)}_mmk`,
        `MAXMIND_LICENSE_KEY=${make(make.base62, 6)}_${make(make.base62, 20)}_mmk`,
      ],
    },
  },
  ...provider('MaxMind', [
    {
      id: 'maxmind-license-key-older',
      title: 'MaxMind license key (16 characters)',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: [
        'maxmind license',
        'maxmind key',
        'maxmind api',
        'maxmind geoip license',
        'maxmind geolite',
        'geoip license',
        'geolite license',
        'geoipupdate license',
        'geolite2 license',
      ],
      value: [base62(16)],
      checks: [{ check: 'mixed', classes: 'uld' }],
      rotate: 'Generate a new license key at maxmind.com under Manage license keys, deploy it, then delete this one.',
      docs: 'https://support.maxmind.com/knowledge-base/articles/managing-maxmind-license-keys',
    },
  ]),
  {
    id: 'maxmind-license-key-in-geoip-conf',
    title: 'MaxMind license key in GeoIP.conf',
    provider: 'MaxMind',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['LicenseKey'],
      pattern: /(?<![\w-])LicenseKey[ \t]{1,8}(?<secret>[A-Za-z0-9]{12}(?:[A-Za-z0-9]{4})?)(?![\w-])/,
      proof: 'format',
      paths: /geoip|geolite|maxmind|\.conf$|\.sh$|Dockerfile/i,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 2.8 }],
    rotate: 'Generate a new license key at maxmind.com under Manage license keys, deploy it, then delete this one.',
    docs: 'https://dev.maxmind.com/geoip/updating-databases/',
    examples: {
      match: (make) => [{ ...exampleLine('LicenseKey ', make(make.base62, 16)), path: 'etc/GeoIP.conf' }],
      noMatch: (make) => [
        { text: 'LicenseKey YOUR_LICENSE_KEY_HERE', path: 'etc/GeoIP.conf' },
        { text: `LicenseKey ${make(make.base62, 30)}`, path: 'etc/GeoIP.conf' },
      ],
    },
  },
];
