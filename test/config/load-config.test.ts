import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { parseConfig } from '../../src/config/load-config.ts';
import { proposeConfig, renderConfig } from '../../src/config/propose-config.ts';
import { configSchema } from '../../src/config/schema.ts';

const parsed = (text: string) => parseConfig(text, 'bitting.yaml');

describe('bitting.yaml', () => {
  it('fills in defaults', () => {
    expect(parsed('version: 1\n')).toMatchObject({ domains: [], defaults: { rotationMaxDays: 90, unusedMaxDays: 90 } });
  });

  it.each([
    ['not YAML', 'version: 1\ndomains: [\n', /bitting\.yaml:\d+:\d+: not valid YAML/],
    ['a misspelt key', 'version: 1\ndomain: {}\n', /bitting\.yaml:1:1: .*domain/],
    [
      'a wrong class',
      'version: 1\ndomains:\n  shop:\n    class: client\n    rules: [{ paths: [a] }]\n',
      /:4:12: domains\.shop\.class: /,
    ],
    [
      'a rule without conditions',
      'version: 1\ndomains:\n  shop:\n    class: customer\n    rules:\n      - because: x\n',
      /:6:9: .*at least one condition/,
    ],
    ['an account that YAML made a number', 'version: 1\nownAccounts: [111122223333]\n', /:2:15: ownAccounts\.0: /],
    ['an empty file', '', /version/],
    [
      'an alias bomb',
      `version: 1\na: &a [x]\n${Array.from(
        { length: 9 },
        (_, i) =>
          `b${i}: &b${i} [${Array(9)
            .fill(i === 0 ? '*a' : `*b${i - 1}`)
            .join()}]`,
      ).join('\n')}\n`,
      /bitting\.yaml/,
    ],
  ])('refuses %s with line and column', (_, text, message) => {
    expect(() => parsed(text)).toThrow(message);
    expect(() => parsed(text)).toThrow(expect.objectContaining({ code: 'BITTING_E_CONFIG_INVALID', exitCode: 2 }));
  });
});

const evidence = (source: string, folder = '', dependencies: readonly string[] = []) => ({
  source,
  folder,
  dependencies,
  words: [],
});

describe('bitting init', () => {
  it('proposes domains with their reasons, and the text is a valid configuration', () => {
    const proposal = proposeConfig([
      evidence('shop', '', ['stripe']),
      evidence('back-office'),
      evidence('mono'),
      evidence('mono', 'partner-api'),
      evidence('quiet'),
    ]);
    const text = renderConfig(proposal);
    expect(configSchema.safeParse(parse(text)).success).toBe(true);
    const { domains } = parsed(text);
    expect(domains.map(({ id }) => id)).toEqual(['customer', 'workforce', 'partner']);
    expect(domains[0]?.rules[0]?.because).toBe('its name says shop and it depends on stripe');
    expect(text).toContain('#   "quiet"');
  });

  it('lists an even case instead of guessing', () => {
    const { proposals, ties } = proposeConfig([evidence('shop-admin')]);
    expect(proposals).toEqual([]);
    expect(ties).toMatchObject([{ source: 'shop-admin' }]);
  });
});
