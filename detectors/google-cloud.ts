import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { digits, lowerAlnum, optional, upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const googleCloud: readonly Detector[] = [
  {
    id: 'gcp-service-account-key',
    title: 'Google Cloud service account key file',
    provider: 'Google Cloud',
    kind: 'key-file',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['"service_account"'],
      pattern: /\{[^{}]{0,400}"type"\s{0,8}:\s{0,8}"service_account"[^{}]{200,6000}\}/,
      lookBehind: 440,
      maxLength: 6600,
      proof: 'format',
      multiLine: true,
    },
    checks: [
      { check: 'json-fields', fields: ['type', 'private_key', 'client_email'] },
      { check: 'pem-private-key' },
      { check: 'not-placeholder' },
    ],
    extract: ['gcp-key-file'],
    rotate:
      'Delete the key with `gcloud iam service-accounts keys delete KEY_ID --iam-account ACCOUNT`; prefer workload identity federation to a new key.',
    docs: 'https://cloud.google.com/iam/docs/keys-create-delete',
    examples: {
      match: (make) => {
        const key = `-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBgkqhkiG9w0BAQEFAASC${make(make.base64, 1600)}\n-----END PRIVATE KEY-----\n`;
        const file = JSON.stringify(
          {
            type: 'service_account',
            project_id: 'shop-prod',
            private_key_id: make(make.hex, 40),
            private_key: key,
            client_email: 'deploy@shop-prod.iam.gserviceaccount.com',
            client_id: make(make.digits, 21),
          },
          null,
          2,
        );
        return [
          { text: file, secret: file, path: 'deploy/gcp.json' },
          { text: `const key = ${file};`, secret: file, path: 'src/key.js' },
        ];
      },
      noMatch: () => [
        '{ "type": "service_account", "client_email": "deploy@shop-prod.iam.gserviceaccount.com" }',
        `{ "type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n...", "client_email": "a@b", "client_id": "${'1'.repeat(200)}" }`,
        `{ "type": "authorized_user", "client_id": "${'1'.repeat(300)}" }`,
      ],
    },
  },
  {
    id: 'gcp-user-credentials',
    title: 'Google Cloud application default credentials of a user',
    provider: 'Google Cloud',
    kind: 'key-file',
    identity: 'human',
    severity: 'critical',
    match: {
      anchors: ['"authorized_user"'],
      pattern: /\{[^{}]{0,900}"type"\s{0,8}:\s{0,8}"authorized_user"[^{}]{0,900}\}/,
      lookBehind: 940,
      maxLength: 2000,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'json-fields', fields: ['type', 'client_id', 'refresh_token'] }, { check: 'not-placeholder' }],
    rotate:
      'Revoke it with `gcloud auth application-default revoke`, or remove the access under the account’s third-party connections.',
    docs: 'https://cloud.google.com/docs/authentication/application-default-credentials',
    examples: {
      match: (make) => {
        const file = JSON.stringify({
          client_id: `${make(make.digits, 12)}-${make(make.lowerAlnum, 32)}.apps.googleusercontent.com`,
          client_secret: `d-${make(make.base62, 22)}`,
          refresh_token: `1//0${make(make.base62, 100)}`,
          type: 'authorized_user',
        });
        return [{ text: file, secret: file, path: 'application_default_credentials.json' }];
      },
      noMatch: () => [
        '{ "type": "authorized_user" }',
        '{ "client_id": "a", "type": "external_account", "refresh_token": "b" }',
      ],
    },
  },
  {
    id: 'gcp-api-key',
    title: 'Google API key',
    provider: 'Google Cloud',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['AIza'], pattern: token(/AIza[\w-]{35}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.8 }],
    rotate:
      'Rotate it on the Credentials page of the project and delete the old one; restrict the new one to its APIs, referrers or addresses.',
    docs: 'https://cloud.google.com/docs/authentication/api-keys',
    verify: get('https://www.googleapis.com/identitytoolkit/v3/relyingparty/getProjectConfig?key={value}'),
    examples: {
      match: (make) => {
        const secret = `AIzaSy${make(make.base62, 33)}`;
        return [
          exampleLine('GOOGLE_API_KEY=', secret),
          exampleLine('https://maps.googleapis.com/maps/api/js?key=', secret, '&v=3'),
        ];
      },
      noMatch: (make) => [
        `GOOGLE_API_KEY=AIza${'X'.repeat(35)}`,
        `GOOGLE_API_KEY=AIzaSy${make(make.base62, 24)}`,
        `GOOGLE_API_KEY=AIzaSy${make(make.base62, 44)}`,
      ],
    },
  },
  {
    id: 'gcp-gemini-api-key',
    title: 'Gemini API key bound to a service account',
    provider: 'Google Cloud',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['AQ.Ab8RN6'], pattern: token(/AQ\.Ab8RN6[\w-]{44}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.8 }],
    rotate: 'Delete the key on the Credentials page of the project and create a new one.',
    docs: 'https://cloud.google.com/docs/authentication/api-keys',
    verify: get('https://generativelanguage.googleapis.com/v1beta/models?key={value}'),
    examples: {
      match: (make) => [exampleLine('GEMINI_API_KEY=', `AQ.Ab8RN6${make(make.base62, 44)}`)],
      noMatch: (make) => [
        `GEMINI_API_KEY=AQ.Ab8RN6${'x'.repeat(44)}`,
        `GEMINI_API_KEY=AQ.Ab8RN6${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'gcp-oauth-client-secret',
    title: 'Google OAuth client secret',
    provider: 'Google Cloud',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['GOCSPX-'], pattern: token(/GOCSPX-[\w-]{28}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'google-oauth-client-id', withinBytes: 600 },
    rotate:
      'Add a second secret to the OAuth client under Google Auth Platform, Clients, switch over, then disable and delete this one.',
    docs: 'https://support.google.com/cloud/answer/15549257',
    examples: {
      match: (make) => [exampleLine('"client_secret":"', `GOCSPX-${make(make.base62, 28)}`, '"')],
      noMatch: (make) => [
        `"client_secret":"GOCSPX-${'x'.repeat(28)}"`,
        `"client_secret":"GOCSPX-${make(make.base62, 12)}"`,
      ],
    },
  },
  {
    id: 'gcp-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    provider: 'Google Cloud',
    kind: 'refresh-token',
    identity: 'human',
    severity: 'high',
    match: {
      anchors: ['1//0'],
      pattern: /(?<![\w/.:-])1\/\/0[\w-]{80,500}(?![\w-])/,
      maxLength: 600,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Revoke it with a POST to https://oauth2.googleapis.com/revoke, or under the account’s third-party connections.',
    docs: 'https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke',
    examples: {
      match: (make) => [exampleLine('"refresh_token": "', `1//0${make(make.base62, 100)}`, '"')],
      noMatch: (make) => [`"refresh_token": "1//0${'x'.repeat(100)}"`, `http://1//0${make(make.base62, 100)}`],
    },
  },
  {
    id: 'gcp-oauth-access-token',
    title: 'Google OAuth access token',
    provider: 'Google Cloud',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'medium',
    match: { anchors: ['ya29.'], pattern: token(/ya29\.[\w-]{40,1000}/, '-'), maxLength: 1100, proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'It ends within an hour; to end it now, POST it to https://oauth2.googleapis.com/revoke, and look for the refresh token behind it.',
    docs: 'https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke',
    verify: get('https://oauth2.googleapis.com/tokeninfo?access_token={value}'),
    examples: {
      match: (make) => [exampleLine('Authorization: Bearer ', `ya29.a0${make(make.base62, 180)}`)],
      noMatch: (make) => [`ya29.${'x'.repeat(60)}`, `ya29.${make(make.base62, 12)}`],
    },
  },
  {
    id: 'gcp-storage-hmac-secret',
    title: 'Google Cloud Storage HMAC secret',
    provider: 'Google Cloud',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['GOOG'],
      pattern:
        /(?<!\w)GOOG(?:1E)?[A-Z0-9]{20,59}["',;:\s]{1,8}[\w".:= ]{0,40}["'=: ](?<secret>[A-Za-z0-9+/]{40})(?![\w+/=-])/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'gcp-storage-hmac-access-id', withinBytes: 600 },
    rotate:
      'Make a new HMAC key, switch over, then `gcloud storage hmac update --deactivate` and `gcloud storage hmac delete`.',
    docs: 'https://cloud.google.com/storage/docs/authentication/managing-hmackeys',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 40);
        return [
          { text: `access_key = GOOG1E${make(make.upperAlnum, 55)}\nsecret_key = ${secret}`, secret },
          { text: `id: "GOOG1E${make(make.upperAlnum, 55)}", secret: "${secret}"`, secret },
        ];
      },
      noMatch: (make) => [`GOOG1E${make(make.upperAlnum, 55)}`, `GOOG1E${make(make.upperAlnum, 55)} ${'x'.repeat(40)}`],
    },
  },
  {
    id: 'firebase-cloud-messaging-server-key',
    title: 'Firebase Cloud Messaging server key',
    provider: 'Google Firebase',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: [':APA91b'],
      pattern: /(?<![\w-])AAAA[\w-]{7}:APA91b[\w-]{134}(?![\w-])/,
      lookBehind: 11,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Delete the legacy server key under Project settings, Cloud Messaging, and move to the HTTP v1 API.',
    docs: 'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
    examples: {
      match: (make) => [exampleLine('FCM_KEY=', `AAAA${make(make.base62, 7)}:APA91b${make(make.base62, 134)}`)],
      noMatch: (make) => [
        `FCM_KEY=AAAA${make(make.base62, 7)}:APA91b${'x'.repeat(134)}`,
        `token: ${make(make.base62, 22)}:APA91b${make(make.base62, 134)}`,
      ],
    },
  },
  {
    id: 'gcp-oauth-client-secret-legacy',
    title: 'Google OAuth client secret (older format)',
    provider: 'Google Cloud',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['google'],
      ignoreCase: true,
      pattern: assignment('google[\\w.-]{0,20}secret', '[A-Za-z0-9_-]{24}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.8 }],
    pairsWith: { detector: 'google-oauth-client-id', withinBytes: 600 },
    rotate:
      'Add a second secret to the OAuth client under Google Auth Platform, Clients, switch over, then disable and delete this one.',
    docs: 'https://support.google.com/cloud/answer/15549257',
    examples: {
      match: (make) => [exampleLine('GOOGLE_CLIENT_SECRET=', make(make.base62, 24))],
      noMatch: (make) => [
        'GOOGLE_CLIENT_SECRET=your-google-client-secre',
        `GOOGLE_CLIENT_SECRET=${make(make.base62, 30)}`,
      ],
    },
  },
  ...provider('Google Cloud', [
    {
      id: 'google-oauth-client-id',
      title: 'Google OAuth client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      anchors: ['.apps.googleusercontent.com'],
      value: [digits(6, 21), optional('-', lowerAlnum(32)), '.apps.googleusercontent.com'],
      identifier: true,
      rotate: 'The client id is public; what must change is the secret, or the refresh tokens given out for it.',
      docs: 'https://developers.google.com/identity/protocols/oauth2',
    },
    {
      id: 'gcp-storage-hmac-access-id',
      title: 'Google Cloud Storage HMAC access id',
      kind: 'access-key',
      identity: 'service-account',
      severity: 'info',
      value: ['GOOG1E', upperAlnum(55)],
      identifier: true,
      rotate:
        'It names an HMAC key; deactivate and delete the key with its secret under Cloud Storage, Settings, Interoperability.',
      docs: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
    },
  ]),
];
