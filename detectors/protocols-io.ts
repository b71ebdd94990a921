import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum64 = alnum(64);

export const protocolsIo = provider('protocols.io', [
  {
    id: 'protocols-io-access-token',
    title: 'protocols.io client access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['protocols io'],
    value: [alnum64],
    rotate:
      'Generate another access token at protocols.io/developers for the client; private protocols can be read with this one.',
    docs: 'https://apidoc.protocols.io/',
    verify: bearer('https://www.protocols.io/api/v3/session/profile'),
  },
]);
