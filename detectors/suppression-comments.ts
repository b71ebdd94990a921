import type { Detector, DetectorExample } from '../src/model/detector.ts';

const comment = (before: string, marker: string, after = ''): DetectorExample => ({
  text: `${before}${marker}${after}`,
  secret: marker,
});

/**
 * Not credentials: comments that ask for what stands beside them to be set aside. They are found as credentials are, so
 * that one in a version of history, in an archive or on standard input is known where it stands. Which of them is
 * heeded, the configuration says.
 *
 * The markers of other tools are in their own documentation: gitleaks and Kingfisher (README), TruffleHog (README),
 * secretlint (docs/configuration.md), detect-secrets (README, "Inline allowlisting").
 */
export const suppressionComments: readonly Detector[] = [
  {
    id: 'suppression-comment',
    title: 'Comment that asks for a finding to be set aside',
    provider: 'Bitting',
    kind: 'other',
    identity: 'unknown',
    severity: 'info',
    marks: 'suppression',
    match: {
      anchors: [
        'bitting:allow',
        'gitleaks:allow',
        'trufflehog:ignore',
        'kingfisher:ignore',
        'secretlint-disable',
        'secretlint-enable',
        'pragma: allowlist',
        'pragma: whitelist',
        'pragma:allowlist',
        'pragma:whitelist',
      ],
      // First, where it begins its line, all that opens the comment; last, whatever the comment says further.
      pattern:
        /(?:(?<![^\n])[\t ]{0,80}(?:#|\/\/|\/\*|\*|--|;|<!--|<%--|%|'|\{#|\{\{!|REM |rem )[#/*!;\t -]{0,8})?(?<!\w)(?<secret>bitting:allow|gitleaks:allow|trufflehog:ignore|kingfisher:ignore|secretlint-(?:disable(?:-next-line|-line)?|enable)|pragma: ?(?:allow|white)list[ -](?:nextline[ -])?secret)(?![\w:-])[^\n\r]{0,240}/,
      lookBehind: 100,
      maxLength: 420,
      proof: 'format',
    },
    extract: ['suppression-comment'],
    rotate: 'Nothing to rotate: the text is a comment about a finding, it holds none.',
    docs: 'https://github.com/secretlint/secretlint/blob/master/docs/configuration.md',
    examples: {
      match: () => [
        comment('key = load() # ', 'bitting:allow', ' until 2031-01-01 sample of the vendor'),
        comment('  // ', 'bitting:allow', ' github-personal-access-token revoked'),
        comment('key = load()  # ', 'gitleaks:allow'),
        comment('<!-- ', 'trufflehog:ignore', ' -->'),
        comment('/* ', 'secretlint-disable-next-line', ' */'),
        comment('# ', 'secretlint-disable', ' -- samples'),
        comment('x = y  # ', 'pragma: allowlist secret'),
        comment('# ', 'pragma: allowlist nextline secret'),
        comment('x: y # ', 'kingfisher:ignore'),
      ],
      noMatch: () => [
        'bitting:allowed',
        'my-bitting:allow-list',
        'xbitting:allow',
        'pragma: allowlist of hosts',
        'secretlint-disabled',
      ],
    },
  },
];
