import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

/** Cookies that express-session and its kin sign: `s:`, the id, a dot, and HMAC-SHA256 in base64 without padding. */
export const expressSession: readonly Detector[] = [
  {
    id: 'express-session-cookie',
    title: 'Session cookie of Express',
    provider: 'Express',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['sid=', 'sid":', 'sid:', "sid':", 'session=', 'session":'],
      pattern:
        /(?:sid|session)["']?[ \t]{0,2}[=:][ \t]{0,2}["']?(?<secret>s(?:%3[Aa]|:)[\w-]{20,64}\.(?:[A-Za-z0-9+/]|%2[BFbf]){43})(?![\w+/%])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Log out of the session, or end all sessions in their store; change the secret of express-session when it may have leaked too.',
    docs: 'https://expressjs.com/en/resources/middleware/session.html',
    examples: {
      match: (make) => [
        exampleLine('Cookie: connect.sid=', `s%3A${make(make.base64url, 32)}.${make(make.base62, 43)}`, '; Path=/'),
        exampleLine('"shop.sid": "', `s:${make(make.base64url, 32)}.${make(make.base64, 43)}`, '"'),
      ],
      noMatch: (make) => [
        `connect.sid=${make(make.base62, 32)}`,
        `connect.sid=x%3A${make(make.base64url, 32)}.${make(make.base62, 43)}`,
        `connect.sid=s%3A${'x'.repeat(32)}.${'x'.repeat(43)}`,
      ],
    },
  },
];
