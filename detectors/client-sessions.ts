import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

/** Sessions and passwords that clients keep between two runs. */
export const clientSessions: readonly Detector[] = [
  {
    id: 'aws-sso-session-token',
    title: 'Access or refresh token of AWS IAM Identity Center',
    provider: 'Amazon',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['aoaAAAAA', 'aorAAAAA'],
      pattern: token(/ao[ar]AAAAA[\w+/:=-]{80,2000}/, '+/:='),
      maxLength: 2100,
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Revoke the active session of the user in IAM Identity Center, under Users; roles taken with it stay usable until their own sessions end. Keep ~/.aws out of images and repositories.',
    docs: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/end-active-sessions.html',
    examples: {
      match: (make) => [
        exampleLine(
          '{"startUrl": "https://shop.awsapps.com/start", "accessToken": "',
          `aoaAAAAAG${make(make.base64url, 280)}:${make(make.base64url, 130)}`,
          '"}',
        ),
        exampleLine('"refreshToken": "', `aorAAAAAG${make(make.base64url, 400)}`, '"'),
      ],
      noMatch: (make) => [
        `"accessToken": "aoaAAAAA${'A'.repeat(300)}"`,
        `"accessToken": "aoaAAAAAG${make(make.base62, 40)}"`,
      ],
    },
  },
  {
    id: 'long-session-token',
    title: 'Long access or refresh token in what a client keeps',
    provider: 'OAuth',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['accesstoken', 'access_token', 'refreshtoken', 'refresh_token', '"secret"'],
      ignoreCase: true,
      // Up to 256 characters the detectors of assignments read; tokens of JSON have one of their own.
      pattern:
        /(?:(?:access|refresh)_?token|(?<="credential_type"\s?:\s?"RefreshToken",?[^{}]{0,300})"secret)"\s{0,4}:\s{0,4}"(?!eyJ)(?<secret>[\w.~+/|:!*$-]{257,4000}={0,2})"/i,
      maxLength: 4200,
      before: 400,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Sign out of all sessions of the user at the identity provider, which ends its refresh tokens, and take the file out.',
    docs: 'https://www.rfc-editor.org/rfc/rfc6749#section-1.5',
    examples: {
      match: (make) => {
        const secret = `1.AX${make(make.base64url, 60)}.Ag${make(make.base64url, 500)}`;
        return [
          { text: `{"refresh_token": "${secret}"}`, secret, path: 'token.json' },
          {
            text: `"x": {\n  "credential_type": "RefreshToken",\n  "environment": "login.microsoftonline.com",\n  "secret": "${secret}"\n}`,
            secret,
            path: '.azure/msal_token_cache.json',
          },
        ];
      },
      noMatch: (make) => [
        `{"refresh_token": "${'ab'.repeat(200)}"}`,
        `{"name": "sealed", "secret": "${make(make.base64url, 600)}"}`,
      ],
    },
  },
  {
    id: 'maven-master-password',
    title: 'Master password of Maven (encrypted with a key that everybody has)',
    provider: 'Maven',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['<master>'],
      pattern: /<master>\s{0,40}(?<secret>\{[A-Za-z0-9+/]{20,400}={0,2}\})/,
      proof: 'format',
      paths: /(?:^|\/)[\w.-]{0,40}security[\w.-]{0,40}\.xml$/i,
    },
    checks: plausible,
    publicPrefix: '',
    rotate:
      'Make another with `mvn --encrypt-master-password`, encrypt the passwords of settings.xml anew, and change those at their repositories if settings.xml was there too.',
    docs: 'https://maven.apache.org/guides/mini/guide-encryption.html',
    examples: {
      match: (make) => {
        const secret = `{${make(make.base64, 63)}=}`;
        return [
          {
            text: `<settingsSecurity><master>${secret}</master></settingsSecurity>`,
            secret,
            path: '.m2/settings-security.xml',
          },
        ];
      },
      noMatch: (make) => [
        { text: '<master>{...}</master>', path: '.m2/settings-security.xml' },
        `<master>{${make(make.base64, 63)}=}</master>`,
      ],
    },
  },
  {
    id: 'openvpn-user-password',
    title: 'Password in an OpenVPN configuration',
    provider: 'OpenVPN',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['<auth-user-pass>', '<http-proxy-user-pass>'],
      pattern:
        /<(?:auth|http-proxy)-user-pass>\s{0,8}\n[ \t]{0,8}[^\s<>]{1,100}[ \t]{0,8}\r?\n[ \t]{0,8}(?<secret>[^\s<>]{4,200})/,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }, { check: 'not-words' }],
    rotate:
      'Change the password at the VPN, and let OpenVPN ask for it or read it from a file of its own with `auth-user-pass FILE`.',
    docs: 'https://openvpn.net/community-docs/community-articles/openvpn-2-6-manual.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 14);
        return [{ text: `client\n<auth-user-pass>\njana\n${secret}\n</auth-user-pass>\n`, secret, path: 'shop.ovpn' }];
      },
      noMatch: () => ['<auth-user-pass>\njana\npassword\n</auth-user-pass>', '<auth-user-pass>\n</auth-user-pass>'],
    },
  },
  {
    id: 'mobaxterm-saved-password',
    title: 'Password saved by MobaXterm (obfuscated unless a master password is set)',
    provider: 'MobaXterm',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['[passwords]', '[credentials]'],
      ignoreCase: true,
      pattern:
        /\[(?:Passwords|Credentials)\]\r?\n(?<items>(?:[^[\r\n][^\r\n]{0,400}\r?\n){0,200}(?:[^[\r\n][^\r\n]{0,400})?)/i,
      items: /(?<=^|\n)[^=\r\n]{1,160}=(?:[^:=\r\n]{1,80}:)?(?<secret>[A-Za-z0-9+/]{8,300}={0,2})(?=\r?\n|$)/,
      maxLength: 20_000,
      proof: 'format',
      paths: /mobaxterm[\w .-]{0,40}\.ini$/i,
      multiLine: true,
    },
    checks: plausible,
    publicPrefix: '',
    rotate: 'Change the password on the server, set a master password in MobaXterm, and use keys instead.',
    docs: 'https://mobaxterm.mobatek.net/documentation.html',
    examples: {
      match: (make) => {
        const [first, second] = [make(make.base64, 24), make(make.base64, 32)];
        const text = `[Misc]\nx=1\n[Passwords]\nssh22:jana@shop.io=${first}\n[Credentials]\nshop=jana:${second}\n`;
        return [first, second].map((secret) => ({ text, secret, path: 'MobaXterm.ini' }));
      },
      noMatch: (make) => [
        { text: '[Passwords]\nssh22:jana@shop.io=\n', path: 'MobaXterm.ini' },
        { text: `[Bookmarks]\nssh22:jana@shop.io=${make(make.base64, 24)}\n`, path: 'MobaXterm.ini' },
      ],
    },
  },
  {
    id: 'remmina-saved-password',
    title: 'Password saved by Remmina, or the key it is encrypted with',
    provider: 'Remmina',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['password=', 'secret='],
      pattern:
        /(?<=^|\n)(?:(?:ssh_tunnel_|gateway_)?password|secret)=(?<secret>[A-Za-z0-9+/]{10,400}={0,2})(?=\r?\n|$)/,
      lookBehind: 16,
      proof: 'format',
      paths: /\.remmina$|(?:^|\/)remmina\.pref$/,
      multiLine: true,
    },
    checks: plausible,
    publicPrefix: '',
    rotate:
      'Change the password on the server: with the `secret` of remmina.pref everybody can read it. Keep it in the keyring instead.',
    docs: 'https://gitlab.com/Remmina/Remmina/-/wikis/home',
    examples: {
      match: (make) => {
        const secret = make(make.base64, 32);
        return [
          { text: `[remmina]\nusername=jana\npassword=${secret}\nprotocol=RDP\n`, secret, path: 'shop.remmina' },
          { text: `[remmina_pref]\nsecret=${secret}\n`, secret, path: '.remmina/remmina.pref' },
        ];
      },
      noMatch: (make) => [
        { text: 'password=.\nssh_tunnel_password=\n', path: 'shop.remmina' },
        { text: `last_success=${make(make.base64, 32)}\n`, path: 'shop.remmina' },
      ],
    },
  },
];
