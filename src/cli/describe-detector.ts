import { wrap } from '../../reporters/terminal-text.ts';
import { PROOF_IN_WORDS, checkInWords } from '../engine/explain/check-words.ts';
import type { Detector, Extractor, VerifyRequest } from '../model/detector.ts';
import { printable } from './progress.ts';

/** What an extractor reads from a value without asking anybody. */
const READS: Readonly<Record<Extractor, string>> = {
  'aws-account': 'AWS account',
  'jwt-claims': 'algorithm, issuer, audience, subject and expiry of the token',
  'url-parts': 'scheme, user, host and path of the URL',
  'gcp-key-file': 'project, account and key id of the file',
  'azure-connection-string': 'account and endpoint',
  'slack-ids': 'ids of team, user or app',
  macaroon: 'location, id and caveats of the macaroon',
  'connection-string': 'server, user and database',
  'assigned-user': 'user named beside it',
  'discord-app': 'id of the application or bot',
  'suppression-comment': 'what the comment asks to set aside',
  'basic-auth-user': 'user',
  'reference-target': 'what the reference names',
  certificate: 'thumbprints, names, end and public key of the certificate',
};

const LABEL = 14;

/** Everything about a detector, in lines no wider than the terminal. */
export function* describeDetector(detector: Detector, width: number, note: string): Generator<string> {
  const { id, title, match, checks = [], extract = [], pairsWith, verify } = detector;
  yield `${printable(title)}${note}`;
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['Id', id],
    ['Provider', detector.provider],
    [
      'What it is',
      `${words(detector.kind)}${detector.identifier === true ? ', which identifies and opens nothing by itself' : ''}`,
    ],
    ['Acts as', words(detector.identity)],
    ['Severity', detector.severity],
    ['Proof', `${match.proof}: ${PROOF_IN_WORDS[match.proof]}`],
    ['Anchors', `${match.anchors.join('  ')}${match.ignoreCase === true ? '  (in any case)' : ''}`],
    ['Pattern', String(match.pattern)],
    ...(match.paths === undefined ? [] : [['Only in files', String(match.paths)] as const]),
    [
      'Longest match',
      `${match.maxLength ?? 512} bytes${match.multiLine === true ? ', over several lines' : ', in one line'}`,
    ],
    ...checks.map((check, index) => [index === 0 ? 'The value' : '', checkInWords(check)] as const),
    ...extract.map((each, index) => [index === 0 ? 'Read offline' : '', READS[each]] as const),
    ...(pairsWith === undefined
      ? []
      : [
          [
            'Pairs with',
            `${[pairsWith.detector].flat().join(' or ')}, up to ${pairsWith.withinBytes} bytes away`,
          ] as const,
        ]),
    ['Rotate', detector.rotate],
    ...(verify === undefined ? [] : requestRows(verify)),
    ['Page', detector.docs],
  ];
  for (const [label, text] of rows) {
    const lines = wrap(`${label.padEnd(LABEL)}${printable(text)}`, Math.max(width, 60), LABEL);
    for (const line of lines) yield line;
  }
}

/** A request as people write it, which nothing sends. */
function requestRows({
  method,
  url,
  headers = {},
  basicAuth,
  body,
}: VerifyRequest): readonly (readonly [string, string])[] {
  const parts = [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(basicAuth === undefined ? [] : [`authorization: Basic, of ${basicAuth}`]),
    ...(body === undefined ? [] : [`body: ${body}`]),
  ];
  return [
    ['Verify', `${method} ${url}`],
    ...parts.map((part) => ['', part] as const),
    ['', '(kept as data: Bitting sends nothing; braces stand for what the reader puts in)'],
  ];
}

function words(name: string): string {
  return name.replaceAll('-', ' ');
}
