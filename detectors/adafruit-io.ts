import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { header } from './build/verify.ts';

/** Two forms: since 2020 with the prefix `aio_`, before that 32 hex digits. */
export const adafruitIo = provider('Adafruit IO', [
  {
    id: 'adafruit-io-key',
    title: 'Adafruit IO key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['aio_', base62(28)],
    rotate: 'Regenerate the key under My Key at io.adafruit.com and update every device; the old one ends at once.',
    docs: 'https://io.adafruit.com/api/docs/#authentication',
    verify: header('x-aio-key', 'https://io.adafruit.com/api/v2/user'),
  },
  {
    id: 'adafruit-io-key-older',
    title: 'Adafruit IO key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['adafruit io', 'aio'],
    value: [hex(32)],
    rotate: 'Regenerate the key under My Key at io.adafruit.com and update every device; the old one ends at once.',
    docs: 'https://io.adafruit.com/api/docs/#authentication',
    verify: header('x-aio-key', 'https://io.adafruit.com/api/v2/user'),
  },
]);
