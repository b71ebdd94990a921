import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const telegram: readonly Detector[] = [
  {
    id: 'telegram-bot-token',
    title: 'Telegram bot token',
    provider: 'Telegram',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    match: {
      anchors: [':AA', '%3AAA'],
      lookBehind: 13,
      maxLength: 64,
      // In URLs of the API the word `bot` stands before the number.
      pattern: /(?<!\w)(?:bot)?(?<secret>[0-9]{8,10}(?::|%3A)AA[\w-]{33})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Send /revoke to @BotFather, choose the bot, and deploy the token it answers with.',
    docs: 'https://core.telegram.org/bots/features#botfather',
    examples: {
      match: (make) => [
        exampleLine('TELEGRAM_BOT_TOKEN=', `${make(make.digits, 10)}:AA${make(make.base62, 33)}`),
        exampleLine('https://api.telegram.org/bot', `${make(make.digits, 9)}:AA${make(make.base62, 33)}`, '/getMe'),
      ],
      noMatch: (make) => [
        `TELEGRAM_BOT_TOKEN=123456789:AA${'x'.repeat(33)}`,
        `TELEGRAM_BOT_TOKEN=${make(make.digits, 10)}:AA${make(make.base62, 20)}`,
        `TELEGRAM_BOT_TOKEN=${make(make.digits, 5)}:AA${make(make.base62, 33)}`,
      ],
    },
  },
];
