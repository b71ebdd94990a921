import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

/** The two letters of a SID are too short to search for; with the first hex digit they are not. */
function sidAnchors(letters: string): readonly string[] {
  return Array.from('0123456789abcdef', (digit) => `${letters}${digit}`);
}

export const twilio: readonly Detector[] = [
  {
    id: 'twilio-account-sid',
    title: 'Twilio account SID',
    provider: 'Twilio',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'info',
    identifier: true,
    match: { anchors: sidAnchors('AC'), pattern: token(/AC[0-9a-f]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'The SID is public; when its auth token leaked, promote a secondary token in the Twilio Console.',
    docs: 'https://www.twilio.com/docs/glossary/what-is-a-sid',
    examples: {
      match: (make) => [exampleLine('TWILIO_ACCOUNT_SID=', `AC${make(make.hex, 32)}`)],
      noMatch: (make) => [
        `TWILIO_ACCOUNT_SID=AC${'0'.repeat(32)}`,
        `TWILIO_ACCOUNT_SID=AC${make(make.hex, 30)}`,
        `MAC${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    provider: 'Twilio',
    kind: 'access-token',
    identity: 'account-root',
    severity: 'critical',
    match: {
      anchors: ['twilio'],
      ignoreCase: true,
      pattern: assignment('twilio[\\w.-]{0,16}(?:token|secret)', '[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'twilio-account-sid', withinBytes: 512 },
    rotate: 'Create a secondary auth token in the Twilio Console under API keys & tokens, deploy it, then promote it.',
    docs: 'https://www.twilio.com/docs/iam/api/authtoken',
    examples: {
      match: (make) => [
        exampleLine('TWILIO_AUTH_TOKEN=', make(make.hex, 32)),
        exampleLine('"twilioAuthToken": "', make(make.hex, 32), '"'),
      ],
      noMatch: (make) => [
        `TWILIO_AUTH_TOKEN=${'0'.repeat(32)}`,
        `TWILIO_AUTH_TOKEN=${make(make.hex, 24)}`,
        `TWILIO_TEMPLATE=${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    provider: 'Twilio',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    match: { anchors: sidAnchors('SK'), pattern: token(/SK[0-9a-f]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'The SID is public; when its secret leaked, delete the key in the Twilio Console under API keys & tokens.',
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    examples: {
      match: (make) => [exampleLine('TWILIO_API_KEY=', `SK${make(make.hex, 32)}`)],
      noMatch: (make) => [
        `TWILIO_API_KEY=SK${'0'.repeat(32)}`,
        `TWILIO_API_KEY=SK${make(make.hex, 31)}`,
        `DESK${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'twilio-api-key-secret',
    title: 'Twilio API key secret',
    provider: 'Twilio',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['twilio'],
      ignoreCase: true,
      pattern: assignment('twilio[\\w.-]{0,16}(?:key|secret)', '[A-Za-z0-9]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'twilio-api-key-sid', withinBytes: 512 },
    rotate: 'Create a new API key in the Twilio Console under API keys & tokens, deploy it, then delete this one.',
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    examples: {
      match: (make) => [exampleLine('TWILIO_API_SECRET=', make(make.base62, 32))],
      noMatch: (make) => [`TWILIO_API_SECRET=${'x'.repeat(32)}`, `TWILIO_API_SECRET=${make(make.base62, 20)}`],
    },
  },
  {
    id: 'twilio-account-credentials',
    title: 'Twilio auth token beside its account SID',
    provider: 'Twilio',
    kind: 'access-token',
    identity: 'account-root',
    severity: 'critical',
    match: {
      anchors: sidAnchors('AC'),
      // As in `Client("AC…", "…")`, `curl -u AC…:…`, or the two assigned on neighbouring lines.
      pattern:
        /AC[0-9a-f]{32}["']?[,;:)]{0,2}\s{0,8}(?:(?:const|let|var|export)\s)?(?:[A-Za-z_.]{0,24}["']?\s{0,3}(?:=|:|=>)\s{0,3})?["']?(?<secret>[0-9a-f]{32})(?!\w)/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'twilio-account-sid', withinBytes: 128 },
    rotate: 'Create a secondary auth token in the Twilio Console under API keys & tokens, deploy it, then promote it.',
    docs: 'https://www.twilio.com/docs/iam/api/authtoken',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine(`client = Client("AC${make(make.hex, 32)}", "`, make(make.hex, 32), '")'),
        exampleLine(`curl -u AC${make(make.hex, 32)}:`, make(make.hex, 32), ' https://api.twilio.com'),
        exampleLine(`account_sid = "AC${make(make.hex, 32)}"\nauth_token = "`, make(make.hex, 32), '"'),
      ],
      noMatch: (make) => [
        `client = Client("AC${make(make.hex, 32)}", os.environ["TOKEN"])`,
        `client = Client("AC${make(make.hex, 32)}", "${'0'.repeat(32)}")`,
        `sids = ["AC${make(make.hex, 32)}", "AC${make(make.hex, 32)}"]`,
      ],
    },
  },
];
