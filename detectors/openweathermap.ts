import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

const rotate =
  'Generate another key under API keys in the OpenWeather account, deploy it, then delete this one; calls beyond the quota are billed.';
const docs = 'https://openweathermap.org/appid';
const verify = get('https://api.openweathermap.org/data/2.5/weather?q=London&appid={value}');

/** Hex digits as far as known; tools and their tests also expect other letters. */
const key = { ...hex(32), source: '[0-9a-z]{32}' };

export const openweathermap: readonly Detector[] = [
  ...provider('OpenWeather', [
    {
      id: 'openweather-api-key',
      title: 'OpenWeather API key',
      kind: 'api-key',
      identity: 'user',
      severity: 'low',
      names: ['open weather', 'pyowm', 'owm api', 'owm key'],
      value: [key],
      rotate,
      docs,
      verify,
    },
    {
      id: 'openweather-app-id',
      title: 'OpenWeather API key (named app id)',
      kind: 'api-key',
      identity: 'user',
      severity: 'low',
      names: ['openweathermap appid', 'openweather appid', 'openweather app id', 'owm appid', 'owm app id'],
      anyName: true,
      value: [key],
      rotate,
      docs,
      verify,
    },
  ]),
  {
    id: 'openweather-api-key-in-url',
    title: 'OpenWeather API key in an address',
    provider: 'OpenWeather',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    match: {
      anchors: ['openweathermap.org/'],
      ignoreCase: true,
      pattern: /openweathermap\.org\/[^\s"'<>`]{0,200}?[?&;]app_?id=(?<secret>[0-9a-f]{32})(?!\w)/i,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate,
    docs,
    verify,
    examples: {
      match: (make) => [
        exampleLine(
          'http://api.openweathermap.org/data/2.5/weather?q=Wien&units=metric&APPID=',
          make(make.hex, 32),
          '"',
        ),
        exampleLine(
          'fetch(`https://api.openweathermap.org/geo/1.0/direct?q=${q}&limit=1&appid=',
          make(make.hex, 32),
          '`)',
        ),
      ],
      noMatch: (make) => [
        'https://api.openweathermap.org/data/2.5/weather?q=London&appid={API key}',
        `https://example.org/?appid=${make(make.hex, 32)}`,
        `https://api.openweathermap.org/data/2.5/weather?appid=${'0'.repeat(32)}`,
      ],
    },
  },
];
