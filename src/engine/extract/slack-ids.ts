import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Workspace and app or channel of a Slack token or incoming webhook, which stand in it in the clear. */
export function slackIds(value: string): Extracted {
  const webhook = /\/(?:services|workflows|triggers)\/([TE][A-Z0-9]{6,14})\/([A-Z0-9]{6,20})\//.exec(value);
  if (webhook !== null) return { facts: facts({ workspace: webhook[1], integration: webhook[2] }) };
  const app = /^xapp-\d-(A[A-Z0-9]{6,14})-/.exec(value);
  if (app !== null) return { facts: facts({ app: app[1] }) };
  const token = /^xox[a-z](?:\.xox[a-z])?-(?:\d-)?(\d{8,14})-/.exec(value);
  return { facts: facts({ workspace: token?.[1] }) };
}
