import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { openScanner } from './support/open-scanner.ts';

const make = exampleMaker('pairs');
const scanner = openScanner(detectors, new TextEncoder().encode('key of the pair tests'));

/** Key id, and facts, of what a detector finds. */
function found(text: string, detector: string) {
  const { matches } = scanner.scan({ id: 0, path: 'deploy/.env', bytes: Buffer.from(text) });
  return matches.filter((match) => match.detector === detector);
}

const uuid = (): string => [8, 4, 4, 4, 12].map((length) => make(make.hex, length)).join('-');

describe('pairs of an id and its secret', () => {
  it('AWS: profiles one behind the other', () => {
    const ids = [0, 1, 2].map(() => `AKIAQ${make('ABCDEFGHJKLMNOPQRSTUVWXYZ234567', 15)}`);
    const profiles = ids.map(
      (id, index) => `[p${index}]\naws_access_key_id = ${id}\naws_secret_access_key = ${make(make.base62, 40)}\n`,
    );
    expect(found(profiles.join('\n'), 'aws-secret-access-key').map(({ keyId }) => keyId)).toEqual(ids);
  });

  it('Azure: client, secret and tenant, by their own names or as a file of credentials', () => {
    const [client, tenant] = [uuid(), uuid()];
    const secret = `${make(make.base62, 3)}8Q~${make(make.base62, 34)}`;
    const texts = [
      `ARM_CLIENT_ID=${client}\nARM_CLIENT_SECRET=${secret}\nARM_TENANT_ID=${tenant}\n`,
      JSON.stringify({ clientId: client, clientSecret: secret, subscriptionId: uuid(), tenantId: tenant }, null, 2),
    ];
    for (const text of texts) {
      expect(found(text, 'azure-entra-client-secret')).toMatchObject([{ keyId: client, facts: { tenant } }]);
    }
  });

  it('any OAuth client: the id is told with the secret and not apart from it', () => {
    const id = `web-${make(make.lowerAlnum, 12)}`;
    const text = `oauth:\n  client_id: ${id}\n  client_secret: ${make(make.base62, 40)}\n`;
    expect(found(text, 'oauth-client-secret')).toMatchObject([{ keyId: id }]);
    expect(found(text, 'oauth-client-id')).toEqual([]);
    expect(found(`client_id: ${id}\n`, 'oauth-client-id')).toEqual([]);
  });

  it('an id whose name or notation says secret is none', () => {
    const value = make(make.base62, 40);
    for (const text of [`client_id_secret: ${value}`, `client_id = fetchSecret("${value}")`]) {
      const shown = scanner.scan({
        id: 0,
        path: 'a.py',
        bytes: Buffer.from(`${text}\nclient_secret = "${make(make.base62, 40)}"`),
      });
      expect(JSON.stringify(shown.matches)).not.toContain(value);
    }
  });
});
