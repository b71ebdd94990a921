import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64, lowerAlnum, run } from './build/value.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const rotateAccessKey =
  'Create a second access key for the user, switch its uses over, then deactivate and delete this one with `aws iam update-access-key --status Inactive` and `aws iam delete-access-key`; look the key id up in CloudTrail for use by others.';

/** AWS credentials. The prefixes are those of the IAM user guide, "Unique identifiers". */
export const aws: readonly Detector[] = [
  {
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    provider: 'AWS',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['AKIA'],
      pattern: token(/AKIA[A-Z2-7]{16}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'aws-key-id' }],
    extract: ['aws-account'],
    rotate: rotateAccessKey,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
    examples: {
      match: (make) => {
        const id = `AKIAQ${make(BASE32, 15)}`;
        return [
          { text: `aws_access_key_id = ${id}`, secret: id },
          { text: `{"AccessKeyId":"${id}"}`, secret: id },
        ];
      },
      noMatch: (make) => [
        `aws_access_key_id = AKIA${'X'.repeat(16)}`,
        `aws_access_key_id = AKIAQ${make(BASE32, 12)}`,
        `aws_access_key_id = AKIAQ0189${make(BASE32, 11)}`,
      ],
    },
  },
  {
    id: 'aws-temporary-access-key-id',
    title: 'AWS temporary access key id',
    provider: 'AWS',
    kind: 'access-key',
    identity: 'role',
    severity: 'info',
    identifier: true,
    match: { anchors: ['ASIA'], pattern: token(/ASIA[A-Z2-7]{16}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'aws-key-id' }],
    extract: ['aws-account'],
    rotate:
      "It ends by itself; to end it now, revoke the role's active sessions in the IAM console, which denies tokens issued before that moment.",
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    examples: {
      match: (make) => {
        const id = `ASIAQ${make(BASE32, 15)}`;
        return [{ text: `AWS_ACCESS_KEY_ID=${id}`, secret: id }];
      },
      noMatch: (make) => [`AWS_ACCESS_KEY_ID=ASIA${'X'.repeat(16)}`, `the ASIA${make(BASE32, 20)} region`],
    },
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    provider: 'AWS',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: [
        'secret_access',
        'secretaccess',
        'secret-access',
        'secret.access',
        'secret access',
        'secret_key',
        'secretkey',
        'secret-key',
        'aws_secret',
        'awssecret',
        'aws-secret',
      ],
      ignoreCase: true,
      pattern: assignment('(?:aws[_-]?)?secret[_. -]?(?:access[_. -]?)?key|aws[_-]?secret', '[A-Za-z0-9/+]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'aws-access-key-id', withinBytes: 600 },
    rotate: rotateAccessKey,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 40);
        return [
          { text: `aws_secret_access_key = ${secret}`, secret },
          { text: `"secretAccessKey": "${secret}",`, secret },
          { text: `  secret_key = "${secret}"`, secret },
          { text: `- {name: AWS_SECRET_ACCESS_KEY, value: ${secret}}`, secret },
        ];
      },
      noMatch: (make) => [
        `aws_secret_access_key = ${'x'.repeat(40)}`,
        ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
        `aws_secret_access_key = ${make(make.hex, 40)}`,
        `aws_secret_access_key = ${make(make.base62, 44)}`,
        'aws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}',
      ],
    },
  },
  {
    id: 'aws-access-key-pair',
    title: 'AWS secret access key beside its key id',
    provider: 'AWS',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['AKIA'],
      pattern:
        /(?<!(?<!\\)\w)AKIA[A-Z2-7]{16}["']?[ \t]{0,2}[,:;|\t ][ \t]{0,2}["']?(?<secret>[A-Za-z0-9/+]{40})(?![\w+/=-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'aws-access-key-id', withinBytes: 64 },
    rotate: rotateAccessKey,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    examples: {
      match: (make) => {
        const id = `AKIAQ${make(BASE32, 15)}`;
        const secret = make(make.base62, 40);
        return [
          { text: `${id},${secret}`, secret },
          { text: `Credentials("${id}", "${secret}")`, secret },
        ];
      },
      noMatch: (make) => [
        `AKIAQ${make(BASE32, 15)},${'x'.repeat(40)}`,
        `AKIAQ${make(BASE32, 15)},${make(make.base62, 39)}`,
      ],
    },
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    provider: 'AWS',
    kind: 'access-token',
    identity: 'role',
    severity: 'high',
    match: {
      anchors: ['session_token', 'sessiontoken', 'session-token', 'security_token', 'securitytoken', 'security-token'],
      ignoreCase: true,
      pattern: assignment('(?:session|security)[_-]?token', '[A-Za-z0-9/+]{100,2000}={0,2}'),
      maxLength: 2200,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    pairsWith: { detector: 'aws-temporary-access-key-id', withinBytes: 1200 },
    rotate:
      "It ends by itself within 36 hours; to end it now, revoke the role's active sessions in the IAM console and find out how it got here.",
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    examples: {
      match: (make) => {
        const secret = `IQoJb3JpZ2luX2Vj${make(make.base62, 340)}==`;
        return [
          { text: `aws_session_token=${secret}`, secret },
          { text: `"SessionToken": "${secret}"`, secret },
        ];
      },
      noMatch: (make) => [`aws_session_token=${'x'.repeat(120)}`, `aws_session_token=${make(make.base62, 60)}`],
    },
  },
  {
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key (long-term)',
    provider: 'AWS',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['ABSK'],
      pattern: token(/ABSK[A-Za-z0-9+/]{103,268}={0,2}/, '+/='),
      proof: 'format',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 4 },
      { check: 'mixed', classes: 'uld' },
      { check: 'expected', shape: '^ABSKQmVkcm9ja0FQSUtleS' },
    ],
    rotate:
      'Delete the key in the Bedrock console under API keys, or with `aws iam delete-service-specific-credential`, and prefer short-term keys.',
    docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html',
    examples: {
      match: (make) => {
        const secret = `ABSKQmVkcm9ja0FQSUtleS${make(make.base62, 108)}==`;
        return [{ text: `AWS_BEARER_TOKEN_BEDROCK=${secret}`, secret }];
      },
      noMatch: (make) => [
        `AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS${'x'.repeat(108)}`,
        `AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS${make(make.base62, 30)}`,
      ],
    },
  },
  {
    id: 'aws-bedrock-short-term-api-key',
    title: 'Amazon Bedrock API key (short-term)',
    provider: 'AWS',
    kind: 'api-key',
    identity: 'role',
    severity: 'medium',
    match: {
      anchors: ['bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t'],
      pattern: token(/bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{60,3000}={0,2}/, '+/='),
      maxLength: 3200,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'It ends within 12 hours; to end it now, revoke the sessions of the role that made it in the IAM console.',
    docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html',
    examples: {
      match: (make) => {
        const secret = `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${make(make.base62, 400)}`;
        return [{ text: `AWS_BEARER_TOKEN_BEDROCK=${secret}`, secret }];
      },
      noMatch: () => [
        `AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t`,
        `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${'x'.repeat(100)}`,
      ],
    },
  },
  {
    id: 'aws-mws-auth-token',
    title: 'Amazon MWS auth token',
    provider: 'AWS',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['amzn.mws.'],
      pattern: token(/amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Revoke the developer’s access in Seller Central under Settings, User Permissions, and authorise it anew.',
    docs: 'https://docs.developer.amazonservices.com/en_US/dev_guide/index.html',
    examples: {
      match: (make) => {
        const hex = (length: number) => make(make.hex, length);
        const secret = `amzn.mws.${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
        return [{ text: `MWS_AUTH_TOKEN=${secret}`, secret }];
      },
      noMatch: (make) => [
        'MWS_AUTH_TOKEN=amzn.mws.00000000-0000-0000-0000-000000000000',
        `MWS_AUTH_TOKEN=amzn.mws.${make(make.hex, 20)}`,
      ],
    },
  },
  {
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    provider: 'AWS',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['da2-'], pattern: token(/da2-[a-z0-9]{26}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Create another key with `aws appsync create-api-key`, switch clients over, then `aws appsync delete-api-key`.',
    docs: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization',
    examples: {
      match: (make) => {
        const secret = `da2-${make(make.lowerAlnum, 26)}`;
        return [{ text: `"x-api-key": "${secret}"`, secret }];
      },
      noMatch: (make) => [`"x-api-key": "da2-${'x'.repeat(26)}"`, `"x-api-key": "da2-${make(make.lowerAlnum, 20)}"`],
    },
  },
  ...provider('AWS', [
    {
      id: 'aws-ses-smtp-password',
      title: 'Amazon SES SMTP password',
      kind: 'password',
      identity: 'user',
      severity: 'high',
      names: ['ses smtp', 'ses pass', 'smtp pass', 'email smtp', 'aws smtp', 'smtp secret'],
      value: ['B', run('A-P', 1), base64(42)],
      pairsWith: { detector: 'aws-access-key-id', withinBytes: 600 },
      rotate:
        'Derived from an IAM secret access key: deactivate that key of the SMTP user in IAM and create new SMTP credentials in SES.',
      docs: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    },
    {
      id: 'aws-cognito-client-secret',
      title: 'Amazon Cognito app client secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['cognito client secret', 'cognito app client secret', 'cognito secret', 'user pool client secret'],
      value: [lowerAlnum(46, 56)],
      pairsWith: { detector: 'aws-cognito-client-id', withinBytes: 600 },
      rotate:
        'Add a second secret to the app client, or create another app client where that is not offered, switch over, then delete this one.',
      docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
    },
    {
      id: 'aws-cognito-client-id',
      title: 'Amazon Cognito app client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['cognito client id', 'cognito app client id', 'user pool client id', 'user pool web client id'],
      anyName: true,
      value: [lowerAlnum(26)],
      identifier: true,
      rotate: 'Known to every client of the user pool; nothing to rotate.',
      docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
    },
  ]),
];
