import type { Overlap } from '../../model/finding.ts';
import type { Config } from '../../model/config.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import { findingId } from '../finding-id.ts';
import { whatItCanDo } from '../what-it-can-do.ts';
import { findOverlaps } from './find-overlaps.ts';
import type { OverlapDraft } from './find-overlaps.ts';
import { rateOverlap } from './rate-overlap.ts';
import { surveySharing } from './shared-keys.ts';

const FRAMEWORKS: Check['frameworks'] = [
  { framework: 'owasp-nhi-2025', id: 'NHI9:2025' },
  { framework: 'owasp-nhi-2025', id: 'NHI8:2025' },
  { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
];

const REMEDIATION =
  'Give each domain an identity and a credential of its own, move every use, and revoke what was shared.';

const RAISED = [
  'customer, workforce or partner identities meet in it',
  'the shared identity has, or can get, all rights of its account',
] as const;

const TITLES: Readonly<Record<Overlap['by'], string>> = {
  value: 'The same secret is used by several domains',
  'key-id': 'The same key is used by several domains',
  identity: 'The same identity acts for several domains',
  reference: 'The same stored secret is read by several domains',
};

const WHYS: Readonly<Record<Overlap['by'], string>> = {
  value:
    'A secret that customer, workforce, partner or machine paths share carries a breach of one into the others, and ' +
    'cannot be rotated for one without the others. Values are compared by keyed fingerprint; they are never shown.',
  'key-id':
    'A key’s public id stands in the paths of several domains, even where the secret part was seen in only one of ' +
    'them: whoever owns the key cannot tell whose use they see in a log.',
  identity:
    'Several domains act as one identity, through different credentials or by assuming it. What one domain is ' +
    'granted, all of them can do.',
  reference:
    'Several domains read one stored secret or vault. Sharing a platform is no finding; sharing what it holds is.',
};

const SEVERITIES: Readonly<Record<Overlap['by'], NonNullable<Check['severity']>>> = {
  value: {
    usual: 'high',
    raisedBy: [...RAISED],
    loweredBy: ['the secret’s own type is of lesser weight', 'it is inactive, expired, locked or known to everybody'],
  },
  'key-id': { usual: 'medium', raisedBy: [...RAISED], loweredBy: [] },
  identity: { usual: 'medium', raisedBy: [...RAISED], loweredBy: [] },
  reference: { usual: 'medium', raisedBy: [...RAISED], loweredBy: [] },
};

const APART = {
  before: textOf('shop:', '  mailKeyFrom: shared/mail-api-key', 'backoffice:', '  mailKeyFrom: shared/mail-api-key'),
  after: textOf('shop:', '  mailKeyFrom: shop/mail-api-key', 'backoffice:', '  mailKeyFrom: backoffice/mail-api-key'),
};

const ROLES_APART = {
  before: textOf(
    'shop:',
    '  role-to-assume: arn:aws:iam::111122223333:role/deploy',
    'backoffice:',
    '  role-to-assume: arn:aws:iam::111122223333:role/deploy',
  ),
  after: textOf(
    'shop:',
    '  role-to-assume: arn:aws:iam::111122223333:role/shop-deploy',
    'backoffice:',
    '  role-to-assume: arn:aws:iam::111122223333:role/backoffice-deploy',
  ),
};

/** One check for each way in which something can be shared. */
export const sharingChecks: readonly Check[] = (['value', 'key-id', 'identity', 'reference'] as const).map((by) => ({
  id: `overlap.${by}`,
  title: TITLES[by],
  why: WHYS[by],
  remediation: REMEDIATION,
  frameworks: FRAMEWORKS,
  severity: SEVERITIES[by],
  example: by === 'identity' ? ROLES_APART : APART,
  run: (graph, { config, now }) => ({
    examined: config.domains.length > 1 ? examinedFor(by, graph) : 0,
    findings: openFindings(by, graph, config, now),
  }),
}));

function examinedFor(by: Overlap['by'], graph: Graph): number {
  if (by === 'value') return graph.credentials.length;
  if (by === 'key-id') return surveySharing(graph).keyIds.size;
  return by === 'identity' ? graph.identities.length : graph.references.length;
}

function* openFindings(by: Overlap['by'], graph: Graph, config: Config, now: Date): Generator<FindingDraft> {
  for (const draft of findOverlaps(graph, config, by)) {
    if (acceptance(draft, config, now) === undefined) yield findingDraft(draft, graph, config, now);
  }
}

function findingDraft(draft: OverlapDraft, graph: Graph, config: Config, now: Date): FindingDraft {
  return {
    title: draft.title,
    ...rateOverlap(draft, graph, config, now),
    subjects: draft.subjects,
    places: draft.uses.map((use) => use.place),
    evidence: [
      ...draft.uses.map((use) => ({
        what: `${use.domain}${use.owner === undefined ? '' : ` (owner ${use.owner})`} uses it here`,
        place: use.place,
      })),
      ...(draft.left === 0 ? [] : [{ what: `And in ${draft.left} more files or resources.` }]),
      ...(draft.identity === undefined ? [] : whatItCanDo(graph, draft.identity)),
    ],
    remediation: draft.split.join('\n'),
  };
}

/** The reason an overlap is accepted at that time, or undefined. An acceptance that has expired counts no more. */
function acceptance(draft: OverlapDraft, config: Config, now: Date): string | undefined {
  const allowed = config.allowedShared.find(({ subject }) => subject === draft.id || draft.subjects.includes(subject));
  if (allowed === undefined) return undefined;
  if (allowed.expires !== undefined && new Date(allowed.expires) < now) return undefined;
  return allowed.expires === undefined ? allowed.reason : `${allowed.reason} (until ${allowed.expires})`;
}

/**
 * The rows of the report's overlap section, each tied to its finding or to the reason it is accepted.
 *
 * @param isTold - Whether a finding with that id is told
 * @param reasonOf - Why a finding that is not told was set aside
 */
export function* overlapRows(
  graph: Graph,
  config: Config,
  now: Date,
  isTold: (finding: string) => boolean = () => true,
  reasonOf: (finding: string) => string | undefined = () => undefined,
): Generator<Overlap> {
  for (const draft of findOverlaps(graph, config)) {
    const { id, by, subject, subjects, title, domains, uses, split, identity } = draft;
    const privileges = identity === undefined ? [] : whatItCanDo(graph, identity).map(({ what }) => what);
    const asFinding = findingId({ id: `overlap.${by}` }, { subjects });
    const accepted = acceptance(draft, config, now) ?? reasonOf(asFinding);
    const finding = accepted === undefined ? asFinding : undefined;
    yield {
      id,
      by,
      subject,
      title,
      domains,
      uses,
      split,
      ...(privileges.length > 0 && { privileges }),
      ...(finding !== undefined && isTold(finding) && { finding }),
      ...(accepted !== undefined && { accepted }),
    };
  }
}
