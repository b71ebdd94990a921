import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { alnum, digits, hex, run } from './build/value.ts';

// Slack's tokens carry no checksum: number and alphabet of the segments are all there is to test.

const docs = 'https://docs.slack.dev/authentication/tokens';
const revoke = 'Call auth.revoke with the token or reinstall the app at api.slack.com/apps, then deploy the new token.';

export const slack: readonly Detector[] = [
  {
    id: 'slack-bot-token',
    title: 'Slack bot token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    match: {
      anchors: ['xoxb-'],
      pattern: token(/xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{18,34}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['slack-ids'],
    rotate: revoke,
    docs,
    examples: {
      match: (make) => [
        exampleLine(
          'SLACK_BOT_TOKEN=',
          `xoxb-${make(make.digits, 12)}-${make(make.digits, 13)}-${make(make.base62, 24)}`,
        ),
        exampleLine('token: "', `xoxb-${make(make.digits, 11)}-${make(make.base62, 24)}`, '"'),
      ],
      noMatch: (make) => [
        'SLACK_BOT_TOKEN=xoxb-your-token',
        `SLACK_BOT_TOKEN=xoxb-${make(make.digits, 12)}-${make(make.digits, 13)}-${'x'.repeat(24)}`,
        `SLACK_BOT_TOKEN=xoxb-${make(make.digits, 12)}-${make(make.digits, 13)}`,
      ],
    },
  },
  {
    id: 'slack-user-token',
    title: 'Slack user token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['xoxp-', 'xoxs-', 'xoxo-'],
      pattern: token(
        /xox[pso]-(?:[0-9]{8,14}-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{10,34}|1-[A-Za-z0-9]{100,240})/,
        '-',
      ),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['slack-ids'],
    rotate: revoke,
    docs,
    examples: {
      match: (make) => [
        exampleLine(
          'SLACK_USER_TOKEN=',
          `xoxp-${[12, 12, 13].map((length) => make(make.digits, length)).join('-')}-${make(make.hex, 32)}`,
        ),
      ],
      noMatch: (make) => [
        'SLACK_USER_TOKEN=xoxp-...',
        `SLACK_USER_TOKEN=xoxp-${[12, 12, 13].map((length) => make(make.digits, length)).join('-')}-${'x'.repeat(32)}`,
        `SLACK_USER_TOKEN=xoxp-${make(make.digits, 12)}-${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'slack-workspace-token',
    title: 'Slack workspace access or refresh token (legacy)',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['xoxa-', 'xoxr-'],
      pattern: token(/xox[ar]-(?:[0-9]{1,14}-){0,4}[A-Za-z0-9]{16,48}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }],
    extract: ['slack-ids'],
    rotate: revoke,
    docs,
    examples: {
      match: (make) => [
        exampleLine('token=', `xoxa-2-${make(make.digits, 12)}-${make(make.digits, 12)}-${make(make.hex, 32)}`),
        exampleLine('token=', `xoxr-${make(make.digits, 12)}-${make(make.hex, 32)}`),
      ],
      noMatch: (make) => [
        `token=xoxa-2-${make(make.digits, 12)}-${'x'.repeat(32)}`,
        `token=xoxa-2-${make(make.digits, 12)}`,
      ],
    },
  },
  {
    id: 'slack-rotating-token',
    title: 'Slack rotating or configuration token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['xoxe.xoxb-', 'xoxe.xoxp-'],
      pattern: token(/xoxe\.xox[bp]-[0-9]-[A-Za-z0-9]{140,180}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'It ends 12 hours after issue; revoke the refresh token beside it at api.slack.com/apps.',
    docs: 'https://docs.slack.dev/authentication/using-token-rotation/',
    examples: {
      match: (make) => [exampleLine('SLACK_CONFIG_TOKEN=', `xoxe.xoxp-1-${make(make.base62, 164)}`)],
      noMatch: (make) => [
        `SLACK_CONFIG_TOKEN=xoxe.xoxp-1-${'x'.repeat(164)}`,
        `SLACK_CONFIG_TOKEN=xoxe.xoxp-1-${make(make.base62, 40)}`,
      ],
    },
  },
  {
    id: 'slack-refresh-token',
    title: 'Slack refresh token',
    provider: 'Slack',
    kind: 'refresh-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['xoxe-'],
      pattern: token(/xoxe-[0-9]-[A-Za-z0-9]{140,180}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Revoke the configuration token or uninstall the app at api.slack.com/apps; new tokens come with the next install.',
    docs: 'https://docs.slack.dev/authentication/using-token-rotation/',
    examples: {
      match: (make) => [exampleLine('SLACK_REFRESH_TOKEN=', `xoxe-1-${make(make.base62, 146)}`)],
      noMatch: (make) => [
        `SLACK_REFRESH_TOKEN=xoxe-1-${'x'.repeat(146)}`,
        `SLACK_REFRESH_TOKEN=xoxe-1-${make(make.base62, 60)}`,
      ],
    },
  },
  {
    id: 'slack-app-token',
    title: 'Slack app-level token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['xapp-'],
      pattern: token(/xapp-[0-9]-[A-Z0-9]{8,13}-[0-9]{8,14}-[A-Za-z0-9]{60,70}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Revoke it at api.slack.com/apps under Basic information > App-level tokens and generate a new one.',
    docs,
    examples: {
      match: (make) => [
        exampleLine(
          'SLACK_APP_TOKEN=',
          `xapp-1-A${make(make.upperAlnum, 10)}-${make(make.digits, 13)}-${make(make.hex, 64)}`,
        ),
      ],
      noMatch: (make) => [
        'SLACK_APP_TOKEN=xapp-1-your-token',
        `SLACK_APP_TOKEN=xapp-1-A${make(make.upperAlnum, 10)}-${make(make.digits, 13)}-${'x'.repeat(64)}`,
        `SLACK_APP_TOKEN=xapp-1-A${make(make.upperAlnum, 10)}-${make(make.hex, 64)}`,
      ],
    },
  },
  {
    id: 'slack-workflow-token',
    title: 'Slack workflow token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['xwfp-'],
      pattern: token(/xwfp-[0-9]{8,14}-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{18,64}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'It ends with the workflow step that got it, after 15 minutes at most; find out why it was written down.',
    docs: 'https://docs.slack.dev/authentication/tokens',
    examples: {
      match: (make) => [
        exampleLine('token: ', `xwfp-${make(make.digits, 12)}-${make(make.digits, 13)}-${make(make.base62, 24)}`),
      ],
      noMatch: (make) => [
        `token: xwfp-${make(make.digits, 12)}-${make(make.digits, 13)}-${'x'.repeat(24)}`,
        `token: xwfp-${make(make.base62, 24)}`,
      ],
    },
  },
  {
    id: 'slack-session-token',
    title: 'Slack browser session token',
    provider: 'Slack',
    kind: 'access-token',
    identity: 'human',
    severity: 'high',
    match: {
      anchors: ['xoxc-'],
      pattern: token(/xoxc-(?:[0-9]{9,15}-){2,3}[0-9a-f]{64}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['slack-ids'],
    rotate: 'Sign the user out of all sessions in the workspace settings; that ends the token and its cookie.',
    docs,
    examples: {
      match: (make) => [
        exampleLine(
          'token=',
          `xoxc-${[12, 12, 13].map((length) => make(make.digits, length)).join('-')}-${make(make.hex, 64)}`,
        ),
      ],
      noMatch: (make) => [
        `token=xoxc-${[12, 12, 13].map((length) => make(make.digits, length)).join('-')}-${'0'.repeat(64)}`,
        `token=xoxc-${make(make.digits, 12)}-${make(make.hex, 64)}`,
      ],
    },
  },
  {
    id: 'slack-webhook-url',
    title: 'Slack incoming webhook URL',
    provider: 'Slack',
    kind: 'webhook',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['hooks.slack.com/services/', 'hooks.slack-gov.com/services/'],
      lookBehind: 8,
      pattern:
        /https:\/\/hooks\.slack(?:-gov)?\.com\/services\/T[A-Za-z0-9]{8,12}\/B[A-Za-z0-9]{8,12}\/[A-Za-z0-9]{22,26}(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['slack-ids'],
    rotate: 'Delete the webhook at api.slack.com/apps under Incoming webhooks and add a new one to the channel.',
    docs: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    publicPrefix: 'https://hooks.slack.com/services/',
    examples: {
      match: (make) => [
        exampleLine(
          'SLACK_WEBHOOK_URL=',
          `https://hooks.slack.com/services/T${make(make.upperAlnum, 10)}/B${make(make.upperAlnum, 10)}/${make(make.base62, 24)}`,
        ),
      ],
      noMatch: (make) => [
        `https://hooks.slack.com/services/T00000000/B00000000/${'X'.repeat(24)}`,
        `https://hooks.slack.com/services/T${make(make.upperAlnum, 10)}/B${make(make.upperAlnum, 10)}`,
      ],
    },
  },
  {
    id: 'slack-workflow-webhook-url',
    title: 'Slack workflow webhook URL',
    provider: 'Slack',
    kind: 'webhook',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['hooks.slack.com/workflows/', 'hooks.slack.com/triggers/'],
      lookBehind: 8,
      pattern:
        /https:\/\/hooks\.slack\.com\/(?:workflows\/[TE][A-Z0-9]{5,14}\/A[A-Z0-9]{5,14}|triggers\/[TE][A-Z0-9]{5,14})\/[0-9]{6,20}\/[A-Za-z0-9]{8,40}(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Open the workflow in Slack, delete the webhook trigger and add a new one; the old URL stops working.',
    docs: 'https://slack.com/help/articles/360041352714-Create-more-advanced-workflows-using-webhooks',
    publicPrefix: 'https://hooks.slack.com/',
    examples: {
      match: (make) => [
        exampleLine(
          'url: ',
          `https://hooks.slack.com/workflows/T${make(make.upperAlnum, 9)}/A${make(make.upperAlnum, 10)}/${make(make.digits, 18)}/${make(make.base62, 24)}`,
        ),
        exampleLine(
          'url: ',
          `https://hooks.slack.com/triggers/T${make(make.upperAlnum, 9)}/${make(make.digits, 13)}/${make(make.hex, 32)}`,
        ),
      ],
      noMatch: (make) => [
        `https://hooks.slack.com/workflows/T${'0'.repeat(8)}/A${'0'.repeat(8)}/${'0'.repeat(18)}/${'x'.repeat(24)}`,
        `https://hooks.slack.com/triggers/T${make(make.upperAlnum, 9)}/${make(make.digits, 13)}`,
      ],
    },
  },
  ...provider('Slack', [
    {
      id: 'slack-session-cookie',
      title: 'Slack session cookie',
      kind: 'access-token',
      identity: 'human',
      severity: 'critical',
      value: ['xoxd-', run('A-Za-z0-9+/=%_-', 80, 400)],
      rotate:
        'Sign the member out of all sessions in Slack (Account settings, or as an administrator): with a xoxc token the cookie is the whole account.',
      docs: 'https://slack.com/help/articles/214613347-Sign-out-of-Slack',
    },
    {
      id: 'slack-legacy-rotating-token',
      title: 'Slack user token with rotation (legacy)',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      value: ['xoxe-', digits(10, 13), '-', digits(10, 13), '-', digits(10, 13), '-', alnum(28, 34)],
      rotate: 'Call auth.revoke with it, or uninstall the app from the workspace.',
      docs: 'https://docs.slack.dev/authentication/using-token-rotation/',
    },
    {
      id: 'slack-client-secret',
      title: 'Slack app client secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: [
        'slack client secret',
        'slack app secret',
        'slack oauth secret',
        'slack api secret',
        'slack oauth client secret',
      ],
      value: [hex(32)],
      rotate: 'Regenerate the client secret under Basic Information of the app at api.slack.com/apps and deploy it.',
      docs: 'https://docs.slack.dev/authentication/installing-with-oauth',
    },
    {
      id: 'slack-signing-secret',
      title: 'Slack app signing secret',
      kind: 'signing-key',
      identity: 'app',
      severity: 'medium',
      names: ['slack signing secret', 'slack sign secret', 'slack signing'],
      value: [hex(32)],
      rotate:
        'Regenerate the signing secret under Basic Information of the app at api.slack.com/apps: others could forge requests of Slack to your server.',
      docs: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
    },
  ]),
];
