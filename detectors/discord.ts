import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { digits } from './build/value.ts';
import { get, header } from './build/verify.ts';

/**
 * A bot token begins with the bot's numeric id in base64. Its first two digits fix its first three characters, which
 * leaves ninety possible beginnings, from `MTA` for 10… to `OTk` for 99….
 */
const idBeginnings: readonly string[] = Array.from({ length: 90 }, (_, index) =>
  Buffer.from(`${index + 10}0`)
    .toString('base64')
    .slice(0, 3),
);

function botToken(make: ExampleMaker): string {
  const id = Buffer.from(`1${make(make.digits, 18)}`).toString('base64url');
  return `${id}.${make(make.base62, 6)}.${make(make.base62, 38)}`;
}

export const discord: readonly Detector[] = [
  {
    id: 'discord-bot-token',
    title: 'Discord bot token',
    provider: 'Discord',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    match: {
      anchors: idBeginnings,
      // The id is 17 to 20 digits, and base64 of three digits is four characters of narrow choice.
      pattern: token(/(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){5}[A-Za-z0-9]{3,7}\.[\w-]{6}\.[\w-]{27,38}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    extract: ['discord-app'],
    rotate:
      'Open the application at discord.com/developers/applications, choose Bot > Reset token and deploy the new one.',
    docs: 'https://discord.com/developers/docs/reference#authentication',
    verify: header('authorization', 'https://discord.com/api/v10/users/@me', 'Bot '),
    examples: {
      match: (make) => [
        exampleLine('DISCORD_TOKEN=', botToken(make)),
        exampleLine("client.login('", botToken(make), "');"),
      ],
      noMatch: (make) => [
        `DISCORD_TOKEN=${'M'.repeat(24)}.${'x'.repeat(6)}.${'x'.repeat(27)}`,
        `${make(make.base62, 24)}.${make(make.base62, 6)}.${make(make.base62, 27)}`,
        `DISCORD_TOKEN=${botToken(make).slice(0, 33)}`,
      ],
    },
  },
  {
    id: 'discord-client-secret',
    title: 'Discord OAuth client secret',
    provider: 'Discord',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['discord'],
      ignoreCase: true,
      pattern: assignment('discord[\\w.-]{0,16}secret', '[A-Za-z0-9_-]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'discord-client-id', withinBytes: 600 },
    rotate:
      'Open the application at discord.com/developers/applications, choose OAuth2 > Reset secret and deploy the new one.',
    docs: 'https://discord.com/developers/docs/topics/oauth2',
    examples: {
      match: (make) => [exampleLine('DISCORD_CLIENT_SECRET=', make(make.base62, 32))],
      noMatch: (make) => [
        `DISCORD_CLIENT_SECRET=${'x'.repeat(32)}`,
        `DISCORD_CLIENT_SECRET=${make(make.base62, 20)}`,
        `DISCORD_CLIENT_ID=${make(make.digits, 18)}`,
      ],
    },
  },
  {
    id: 'discord-webhook-url',
    title: 'Discord webhook URL',
    provider: 'Discord',
    kind: 'webhook',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['discord.com/api/', 'discordapp.com/api/'],
      lookBehind: 16,
      pattern:
        /https:\/\/(?:(?:canary|ptb)\.)?discord(?:app)?\.com\/api\/(?:v[0-9]{1,2}\/)?webhooks\/[0-9]{17,20}\/[\w-]{60,80}(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Delete the webhook in the channel settings under Integrations, or send DELETE to the URL, and add a new one.',
    docs: 'https://discord.com/developers/docs/resources/webhook',
    verify: get('{value}'),
    publicPrefix: 'https://discord.com/api/webhooks/',
    examples: {
      match: (make) => [
        exampleLine('url=', `https://discord.com/api/webhooks/${make(make.digits, 19)}/${make(make.base62, 68)}`),
        exampleLine(
          'url=',
          `https://canary.discordapp.com/api/v10/webhooks/${make(make.digits, 18)}/${make(make.base62, 68)}`,
        ),
      ],
      noMatch: (make) => [
        `url=https://discord.com/api/webhooks/${'0'.repeat(18)}/${'x'.repeat(68)}`,
        `url=https://discord.com/api/webhooks/${make(make.digits, 18)}`,
      ],
    },
  },
  ...provider('Discord', [
    {
      id: 'discord-client-id',
      title: 'Discord application id (client id)',
      kind: 'access-key',
      identity: 'app',
      severity: 'info',
      names: ['discord client id', 'discord clientid', 'discord bot id', 'discord app id', 'discord application id'],
      anyName: true,
      value: [digits(17, 20)],
      identifier: true,
      rotate: 'The application id is public; reset the client secret or the bot token instead.',
      docs: 'https://discord.com/developers/docs/topics/oauth2',
    },
  ]),
];
