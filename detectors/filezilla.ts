import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

const rotate =
  'Change the password on the server; in FileZilla set a master password, so that saved passwords are encrypted, or use keys with SFTP.';
const docs = 'https://wiki.filezilla-project.org/Documentation';

/** Site lists of the FTP client: sitemanager.xml, recentservers.xml, filezilla.xml and exports of them. */
export const filezilla: readonly Detector[] = [
  {
    id: 'filezilla-password',
    title: 'Password saved by FileZilla',
    provider: 'FileZilla',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['<Pass encoding="base64">'],
      pattern: /<Pass encoding="base64">(?<secret>[A-Za-z0-9+/]{4,400}={0,2})<\/Pass>/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate,
    docs,
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('<Pass encoding="base64">', Buffer.from(make(make.base62, 15)).toString('base64'), '</Pass>'),
        exampleLine('<Pass encoding="base64">', Buffer.from(make(make.base62, 10)).toString('base64'), '</Pass>'),
      ],
      noMatch: (make) => [
        '<Pass encoding="base64"></Pass>',
        `<Pass encoding="base64">${'x'.repeat(12)}</Pass>`,
        `<Pass encoding="crypt" pubkey="a">${make(make.base62, 24)}</Pass>`,
      ],
    },
  },
  {
    id: 'filezilla-plain-password',
    title: 'Password saved by FileZilla (not encoded)',
    provider: 'FileZilla',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['<Pass>'],
      pattern: /<Pass>(?<secret>[^<>${}\s]{4,256})<\/Pass>/,
      proof: 'context',
      paths: /(?:sitemanager|recentservers|filezilla)[^/]{0,40}\.xml$/i,
    },
    checks: [{ check: 'not-template' }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const secret = make(make.base62, 12);
        return [{ text: `<Pass>${secret}</Pass>`, secret, path: 'backup/FileZilla/sitemanager.xml' }];
      },
      noMatch: (make) => [`<Pass>${make(make.base62, 12)}</Pass>`, { text: '<Pass></Pass>', path: 'FileZilla.xml' }],
    },
  },
];
