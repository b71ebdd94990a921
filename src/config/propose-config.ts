import type { DomainClass } from '../model/domain.ts';

/** What a proposal is made from: names only, nothing of a file's content but a manifest's dependencies. */
export interface Evidence {
  /** Name of the source, such as `shop`. */
  readonly source: string;
  /** Folder within the source that was looked at, `''` for the whole of it. */
  readonly folder: string;
  /** Names of dependencies in its manifests. */
  readonly dependencies: readonly string[];
  /** Names of CI environments and files that speak of a domain. */
  readonly words: readonly string[];
}

interface Proposal {
  readonly source: string;
  readonly folder: string;
  readonly class: DomainClass;
  readonly because: string;
}

export interface ProposedConfig {
  readonly proposals: readonly Proposal[];
  /** Where the evidence was even: candidates and why, for the user to decide. */
  readonly ties: readonly { readonly source: string; readonly folder: string; readonly because: string }[];
  readonly unknown: readonly string[];
}

const WORDS: Readonly<Record<'customer' | 'workforce' | 'partner' | 'machine', RegExp>> = {
  customer:
    /^(?:customers?|consumers?|shop|store|storefront|checkout|cart|b2c|ciam|signup|account-?portal|mobile-?app)$/,
  workforce: /^(?:workforce|employees?|staff|hr|intranet|internal|admin|back-?office|helpdesk|support-?tool|payroll)$/,
  partner: /^(?:partners?|b2b|vendors?|suppliers?|resellers?|edi|piam|affiliates?|third-?party)$/,
  machine:
    /^(?:infra|infrastructure|terraform|platform|deploy|deployment|k8s|kubernetes|ops|devops|ci|pipelines?|iac)$/,
};

/** Packages that say whose identities a program serves. */
const DEPENDENCIES: Readonly<Record<'customer' | 'workforce' | 'partner', RegExp>> = {
  customer:
    /^(?:amazon-cognito-identity-js|@aws-amplify\/auth|@auth0\/(?:nextjs-auth0|auth0-react|auth0-spa-js)|firebase|@clerk\/.*|@stripe\/.*|stripe)$/,
  workforce:
    /^(?:ldapjs|ldapts|passport-ldapauth|@okta\/okta-sdk-nodejs|@azure\/msal-node|passport-azure-ad|activedirectory2)$/,
  partner: /^(?:samlify|@node-saml\/.*|passport-saml|node-x12|edifact)$/,
};

/** Judges each piece of evidence; a folder decides for itself before its source does. */
export function proposeConfig(evidence: readonly Evidence[]): ProposedConfig {
  const proposals: Proposal[] = [];
  const ties: ProposedConfig['ties'][number][] = [];
  const unknown = new Set<string>();
  for (const piece of evidence) {
    const { source, folder } = piece;
    const [first, second] = scores(piece);
    if (first === undefined) {
      if (folder === '') unknown.add(source);
    } else if (second !== undefined && second.score === first.score) {
      ties.push({ source, folder, because: `${first.because}; ${second.because}` });
    } else {
      proposals.push({ source, folder, class: first.class, because: first.because });
    }
  }
  for (const { source } of proposals) unknown.delete(source);
  return { proposals, ties, unknown: [...unknown].sort() };
}

interface Score {
  readonly class: DomainClass;
  readonly score: number;
  readonly because: string;
}

function scores({ source, folder, dependencies, words }: Evidence): readonly Score[] {
  const pieces = (folder === '' ? source : folder).toLowerCase().split(/[/_.\s]+/);
  // Whole, for words such as `back-office`, and in parts, for names such as `admin-tool`.
  const nameWords = [
    ...new Set(pieces.flatMap((piece) => [piece, ...piece.split(/-(?!office|app|portal|party)/), ...piece.split('-')])),
  ];
  return (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .map((kind): Score => {
      const named = nameWords.filter((word) => WORDS[kind].test(word));
      const other = words.filter((word) => WORDS[kind].test(word.toLowerCase()));
      const packages = kind === 'machine' ? [] : dependencies.filter((name) => DEPENDENCIES[kind].test(name));
      const because = [
        ...(named.length > 0 ? [`its name says ${named.join(', ')}`] : []),
        ...(other.length > 0 ? [`it speaks of ${other.slice(0, 3).join(', ')}`] : []),
        ...(packages.length > 0 ? [`it depends on ${packages.slice(0, 3).join(', ')}`] : []),
      ].join(' and ');
      return { class: kind, score: named.length * 3 + packages.length * 2 + other.length, because };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** The proposal as the text of a `bitting.yaml`, with a comment for everything left to decide. */
export function renderConfig({ proposals, ties, unknown }: ProposedConfig): string {
  const lines = [
    '# Proposed by `bitting init` from names and dependencies. Read every line: it decides what counts as sharing.',
    'version: 1',
    ...(proposals.length === 0 ? ['domains: {}'] : ['domains:']),
  ];
  for (const [kind, group] of Map.groupBy(proposals, (proposal) => proposal.class)) {
    lines.push(
      `  ${kind}:`,
      `    class: ${kind}`,
      '    # owner: who answers for it; a partner domain also needs a sponsor',
      '    rules:',
    );
    for (const { source, folder, because } of group) {
      lines.push(`      - repositories: [${JSON.stringify(literal(source))}]`);
      if (folder !== '') lines.push(`        paths: [${JSON.stringify(`${literal(folder)}/**`)}]`);
      lines.push(`        because: ${JSON.stringify(because)}`);
    }
  }
  if (ties.length > 0) lines.push('# Undecided, the evidence was even:');
  for (const { source, folder, because } of ties)
    lines.push(`#   ${JSON.stringify(`${source} ${folder}`.trim())}: ${because}`);
  if (unknown.length > 0) lines.push('# Nothing spoke for a domain:');
  for (const source of unknown) lines.push(`#   ${JSON.stringify(source)}`);
  lines.push(
    '# ownAccounts: ["111122223333"]  # AWS accounts of yours; others that are trusted count as third parties',
    '',
  );
  return lines.join('\n');
}

/** A glob that means the name: what a glob would take for a pattern becomes one character of any kind. */
function literal(name: string): string {
  return name.replaceAll(/[*?[\]{}()!+@\\]/g, '?');
}
