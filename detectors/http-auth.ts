import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Credentials of HTTP whose provider the value does not tell. */
export const httpAuth: readonly Detector[] = [
  {
    id: 'jwt',
    title: 'JSON Web Token',
    provider: 'JWT',
    kind: 'jwt',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['eyJ'],
      // A header may hold the certificates of the key (RFC 7515 section 4.1.6).
      pattern: /(?<!(?<!\\)[\w-])eyJ[\w-]{8,6000}\.e[wy][\w-]{8,8000}\.[\w-]{20,1500}(?![\w-])/,
      maxLength: 15600,
      // Any issuer's: a detector that knows the issuer comes first.
      proof: 'context',
    },
    checks: [{ check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Revoke the session or token at its issuer; if it has no early end, rotate the signing key. Look at its claims for whose it is.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7519',
    examples: {
      match: (make) => {
        const secret = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iss: 'https://id.shop.io', sub: make(make.base62, 12) })}.${make(make.base62, 342)}`;
        const ownKind = `${encode({ typ: 'JWT', kid: '3' })}.${encode({ sub: 'shop-4711' })}.${make(make.base62, 43)}`;
        return [
          exampleLine('token: ', secret),
          exampleLine('"Cookie: session=', secret, ';"'),
          exampleLine('token: ', ownKind),
        ];
      },
      noMatch: (make) => [
        `token: ${encode({ typ: 'JWT' })}.${encode({ sub: 'a' })}.${make(make.base62, 42)}`,
        `token: ${encode({ alg: 'none' })}.${encode({ sub: 'a' })}.${make(make.base62, 40)}`,
        'token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0',
        `token: eyJ${make(make.base62, 30)}.eyJ${make(make.base62, 30)}.${make(make.base62, 43)}`,
      ],
    },
  },
  {
    id: 'jwt-in-pieces',
    title: 'JSON Web Token written in several strings',
    provider: 'JWT',
    kind: 'jwt',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['eyJ'],
      pattern:
        /(?<!(?<!\\)[\w-])eyJ[\w-]{5,1000}(?:\.[\w.-]{0,4000})?(?:\\?["'`]\s{0,64}(?:[+.&\\]\s{0,64}){0,3}["'`][\w.-]{1,4000}){1,100}(?![\w-])/,
      maxLength: 8000,
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Revoke the session or token at its issuer; if it has no early end, rotate the signing key. Look at its claims for whose it is.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7519',
    examples: {
      match: (make) => {
        const parts = [encode({ alg: 'RS256' }), encode({ iss: 'https://id.shop.io' }), make(make.base62, 86)] as const;
        const lines = `${parts[0]}.${parts[1]}." +\n    "${parts[2].slice(0, 40)}" +\n    "${parts[2].slice(40)}`;
        const dots = parts.join("' . '.' . '");
        return [exampleLine('String token = "', lines, '";'), exampleLine("$token = '", dots, "';")];
      },
      noMatch: (make) => [
        `parts = ["${encode({ alg: 'RS256' })}", "${encode({ sub: 'a' })}", "${make(make.base62, 86)}"]`,
        `token = "${encode({ alg: 'RS256' })}." + "${encode({ sub: 'a' })}." + signature`,
        `token = "eyJ${make(make.base62, 30)}." + "eyJ${make(make.base62, 30)}.${make(make.base62, 43)}"`,
      ],
    },
  },
  {
    id: 'encrypted-jwt',
    title: 'Encrypted JSON Web Token (JWE)',
    provider: 'JWT',
    kind: 'jwt',
    identity: 'unknown',
    severity: 'medium',
    match: {
      anchors: ['eyJ'],
      // The key that RSA or another one wraps, or none; the vector, the text, the tag: RFC 7516 section 3.1.
      pattern:
        /(?<!(?<!\\)[\w-])eyJ[\w-]{20,2000}\.(?:[\w-]{22,1400})?\.[\w-]{16,22}\.[\w-]{8,8000}\.[\w-]{22,43}(?![\w-])/,
      maxLength: 11600,
      proof: 'context',
    },
    checks: [{ check: 'jwt' }],
    rotate:
      'Revoke the session at the service that issued the token; if it has no early end, rotate the key that it is encrypted with.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7516',
    examples: {
      match: (make) => {
        const direct = `${encode({ alg: 'dir', enc: 'A256GCM' })}..${make(make.base62, 16)}.${make(make.base62, 300)}.${make(make.base62, 22)}`;
        const wrapped = `${encode({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256' })}.${make(make.base62, 342)}.${make(make.base62, 22)}.${make(make.base62, 300)}.${make(make.base62, 22)}`;
        return [
          exampleLine('Cookie: next-auth.session-token=', direct, '; theme=dark'),
          exampleLine('token: ', wrapped),
        ];
      },
      noMatch: (make) => [
        `token: ${encode({ alg: 'RS256', kid: '1' })}..${make(make.base62, 16)}.${make(make.base62, 300)}.${make(make.base62, 22)}`,
        `eyJ${make(make.base62, 40)}..${make(make.base62, 16)}.${make(make.base62, 300)}.${make(make.base62, 22)}`,
      ],
    },
  },
  {
    id: 'http-basic-authorization',
    title: 'HTTP Basic credentials',
    provider: 'HTTP',
    kind: 'password',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['authorization'],
      ignoreCase: true,
      pattern:
        /(?:authorization["'\\\]]{0,4}[ \t]{0,4}(?:=>|[:=,])[ \t]{0,4}\\?["'`]?)basic[ \t]{1,2}(?<secret>[A-Za-z0-9+/]{8,1000}={0,2})(?![\w+/=-])/i,
      maxLength: 1100,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'basic-auth' }],
    extract: ['basic-auth-user'],
    rotate:
      'Change the password of the user that the encoded pair names, and keep it in the environment or a secret store.',
    docs: 'https://www.rfc-editor.org/rfc/rfc7617',
    examples: {
      match: (make) => {
        const secret = Buffer.from(`deploy:${make(make.base62, 18)}`).toString('base64');
        return [
          exampleLine('Authorization: Basic ', secret),
          exampleLine('headers["Authorization"] = "Basic ', secret, '"'),
        ];
      },
      noMatch: () => [
        'Authorization: Basic <credentials>',
        'Authorization: Basic ${AUTH}',
        'Authorization: Basic xxxxxxxxxxxxxxxx',
        `Authorization: Basic ${Buffer.from('user:pass').toString('base64')}`,
        `Authorization: Basic ${Buffer.from('deploy-account').toString('base64')}`,
      ],
    },
  },
  {
    id: 'http-bearer-authorization',
    title: 'HTTP Bearer token',
    provider: 'HTTP',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['authorization'],
      ignoreCase: true,
      pattern:
        /authorization["'\\\]]{0,4}[ \t]{0,4}(?:=>|[:=,])[ \t]{0,4}\\?["'`]?(?:bearer|token)[ \t]{1,2}(?!eyJ[\w-]{1,2000}\.eyJ)(?<secret>[\w.~+/-]{16,1000}={0,2})(?![\w+/=-])/i,
      maxLength: 1100,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.2 }],
    rotate:
      'Revoke the token at the service the request goes to, and read the new one from the environment or a secret store.',
    docs: 'https://www.rfc-editor.org/rfc/rfc6750',
    examples: {
      match: (make) => [
        exampleLine('curl -H "Authorization: Bearer ', make(make.base62, 40), '" https://api.shop.io'),
        exampleLine("'Authorization' => 'Bearer ", make(make.base62, 32), "'"),
      ],
      noMatch: () => [
        'Authorization: Bearer <token>',
        'Authorization: Bearer ${TOKEN}',
        'authorization: bearer authentication-is-required',
        // A JSON Web Token is the other detector's; without a signature it opens nothing.
        `Authorization: Bearer ${encode({ alg: 'none' })}.${encode({ sub: 'a' })}.`,
        'Authorization: Bearer YOUR_ACCESS_TOKEN_1234',
      ],
    },
  },
  {
    id: 'curl-user-password',
    title: 'User and password on a curl command line',
    provider: 'HTTP',
    kind: 'password',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['curl'],
      pattern:
        /(?<![\w.-])curl[ \t](?:(?:[^\n\\]|\\(?!\r?\n)|\\\r?\n){0,400}?[ \t])?(?:-u|--user)[ =]{0,2}["']?(?:[\w.@+-]{0,100}:(?<secret>[^\s"'`$<>{}:\\]{4,200})|(?<secret>[^\s"'`$<>{}:\\]{16,200}):(?=["'\s]|$))/,
      proof: 'context',
      multiLine: true,
      maxLength: 800,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }, { check: 'not-words' }],
    rotate:
      'Change the password at the service, and let curl read it from a netrc file or a configuration on standard input.',
    docs: 'https://everything.curl.dev/http/auth.html',
    examples: {
      match: (make) => [
        exampleLine('curl -s -u deploy:', make(make.base62, 18), ' https://nexus.shop.io/'),
        exampleLine('curl -u deploy:', make(make.base62, 18), ' https://nexus.shop.io/'),
        exampleLine('curl https://api.shop.io/v1/charges -u ', make(make.base62, 32), ':'),
        exampleLine('curl -u ":', make(make.base62, 18), '" https://nexus.shop.io/'),
        exampleLine(
          "curl https://nexus.shop.io/ \\\n  -H 'Accept: text/plain' \\\n  -u 'deploy:",
          make(make.base62, 18),
          "'",
        ),
      ],
      noMatch: () => [
        'curl -u "$USER:$PASS" https://nexus.shop.io/',
        'curl -u user:password https://nexus.shop.io/',
        'curl -u deploy https://nexus.shop.io',
      ],
    },
  },
  {
    id: 'sshpass-password',
    title: 'Password on an sshpass command line',
    provider: 'SSH',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sshpass'],
      pattern: /sshpass[ \t]{1,4}-p[ \t]{0,4}["']?(?<secret>[^\s"'`$<>{}]{4,128})["']?[ \t]/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }, { check: 'mixed', classes: 'ld' }],
    rotate: 'Change the password of the user, and log in with a key or a certificate instead.',
    docs: 'https://linux.die.net/man/1/sshpass',
    examples: {
      match: (make) => [exampleLine('sshpass -p ', make(make.base62, 14), ' ssh root@10.0.0.4')],
      noMatch: () => ['sshpass -p "$PASSWORD" ssh root@10.0.0.4', 'sshpass -p password ssh root@10.0.0.4'],
    },
  },
];
