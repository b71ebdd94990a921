import { decodeBase64 } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Id of the application that a bot's token begins with, in base64. https://discord.com/developers/docs/reference#snowflakes */
export function discordApp(value: string): Extracted {
  const id = decodeBase64(value.split('.', 1)[0] ?? '');
  return { facts: facts({ app: /^\d{17,20}$/.test(id) ? id : undefined }) };
}
