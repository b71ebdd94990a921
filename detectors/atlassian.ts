import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const atlassian: readonly Detector[] = [
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    provider: 'Atlassian',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['ATATT3'],
      pattern: token(/ATATT3[\w-]{60,400}(?:\\?=|%3[Dd])[0-9A-F]{8}/),
      maxLength: 450,
      proof: 'format',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 4 },
      { check: 'crc32-hex', skip: 0, order: 'be', wrong: 'keep' },
    ],
    rotate: 'Revoke it at id.atlassian.com under Security, API tokens, and create one with scopes and an expiry.',
    docs: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    examples: {
      match: (make) => [
        exampleLine('JIRA_API_TOKEN=', `ATATT3xFfGF0${make(make.base62, 172)}=${make('0123456789ABCDEF', 8)}`),
        exampleLine('token=', `ATATT3xFfGF0${make(make.base62, 172)}%3D${make('0123456789ABCDEF', 8)}`, '&a=1'),
      ],
      noMatch: (make) => [
        `JIRA_API_TOKEN=ATATT3xFfGF0${'x'.repeat(172)}=1A2B3C4D`,
        `JIRA_API_TOKEN=ATATT3xFfGF0${make(make.base62, 172)}`,
      ],
    },
  },
  {
    id: 'atlassian-api-token-legacy',
    title: 'Atlassian API token (older format)',
    provider: 'Atlassian',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['atlassian', 'confluence', 'jira'],
      ignoreCase: true,
      pattern: assignment('(?:atlassian|confluence|jira)[\\w.-]{0,20}(?:token|key|password|secret)', '[A-Za-z0-9]{24}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Revoke it at id.atlassian.com under Security, API tokens, and create one with scopes and an expiry.',
    docs: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    examples: {
      match: (make) => [exampleLine('JIRA_API_TOKEN=', make(make.base62, 24))],
      noMatch: (make) => ['JIRA_API_TOKEN=your-jira-api-token-here', `JIRA_API_TOKEN=${make(make.base62, 30)}`],
    },
  },
  {
    id: 'atlassian-data-center-personal-access-token',
    title: 'Jira or Confluence Data Center personal access token',
    provider: 'Atlassian',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['atlassian', 'confluence', 'jira'],
      ignoreCase: true,
      pattern: assignment('(?:atlassian|confluence|jira)[\\w.-]{0,20}(?:token|pat|key)', '[MNO][A-Za-z0-9+/]{43}'),
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'mixed', classes: 'uld' },
      { check: 'entropy', min: 4 },
      { check: 'atlassian-token', skip: 0 },
    ],
    rotate: 'Revoke it in the profile under Personal Access Tokens, or send DELETE /rest/pat/latest/tokens/ID.',
    docs: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    examples: {
      match: (make) => [exampleLine('JIRA_TOKEN="', `N${make(make.base62, 43)}`, '"')],
      noMatch: (make) => [`JIRA_TOKEN="${'N'.repeat(44)}"`, `JIRA_TOKEN="x${make(make.base62, 43)}"`],
    },
  },
];
