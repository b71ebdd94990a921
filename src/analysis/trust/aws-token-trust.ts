import type { Trust } from '../../model/grant.ts';
import { narrowed } from './conditions.ts';
import type { Narrowed, Test } from './conditions.ts';
import { judgeToken } from './tokens/judge.ts';
import type { ClaimTest, TokenTrust, TokenVerdict } from './tokens/judge.ts';

/**
 * Claims of an issuer that AWS can test. For GitHub it knows these since January 2026; for an issuer that is not listed
 * it knows those that every token has.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const EVERY_ISSUER = ['aud', 'sub', 'amr', 'azp', 'email'];
const GITHUB_CLAIMS = [
  ...EVERY_ISSUER,
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
];
const CLAIMS: readonly { readonly issuer: RegExp; readonly claims: readonly string[] }[] = [
  { issuer: /^token\.actions\.githubusercontent\.com/, claims: GITHUB_CLAIMS },
  { issuer: /^gitlab\.com$/, claims: EVERY_ISSUER },
  { issuer: /^app\.terraform\.io$/, claims: EVERY_ISSUER },
  { issuer: /^agent\.buildkite\.com$/, claims: EVERY_ISSUER },
  { issuer: /^oidc\.eks\./, claims: EVERY_ISSUER },
  { issuer: /^api\.bitbucket\.org\//, claims: EVERY_ISSUER },
];

export interface AwsTokenVerdict extends TokenVerdict {
  readonly tests: readonly ClaimTest[];
  readonly narrowed: Narrowed;
}

/** Judges an AWS trust of an OIDC issuer, together with the statements of the same policy that deny. */
export function judgeAwsToken(trust: Trust, denials: readonly Trust[]): AwsTokenVerdict {
  const left = narrowed(trust, denials);
  const token = tokenTrustOf(trust.trusted, left.tests);
  const verdict = judgeToken(token);
  if (left.denied !== undefined && verdict.grade !== 'unusable') {
    const why = 'Another statement of the trust policy denies everyone, without condition.';
    return { ...verdict, grade: 'unusable', reasons: [why], tests: token.tests, narrowed: left };
  }
  const more =
    left.undecided.length === 0 ? [] : ['Another statement denies some requests, under several conditions at once.'];
  return { ...verdict, reasons: [...verdict.reasons, ...more], tests: token.tests, narrowed: left };
}

/** Condition keys of AWS as claims of a token. Keys that are no claims, such as `aws:SourceIp`, are left out. */
function tokenTrustOf(issuer: string, tests: readonly Test[]): TokenTrust {
  return { issuer, tests: tests.flatMap((test) => claimTestOf(issuer, test)) };
}

function claimTestOf(
  issuer: string,
  { key, operator, mode, values, whenAbsent, wildcards, ignoreCase }: Test,
): ClaimTest[] {
  const claim = claimOf(issuer, key);
  if (claim === undefined) return [];
  if (mode === 'null') {
    // A subject and an audience are in every token.
    const absent = values.some((value) => value.toLowerCase() === 'true');
    return absent && (claim === 'sub' || claim === 'aud')
      ? [{ claim, mode: 'is', patterns: [], whenAbsent: 'fails', operator }]
      : [];
  }
  const known = CLAIMS.find((one) => one.issuer.test(issuer.toLowerCase()))?.claims;
  const neverPresent = claim.startsWith('!') || (known !== undefined && !known.includes(claim));
  const patterns = values.map((text) => ({ text, wildcards, ignoreCase }));
  return [
    {
      claim: claim.replace(/^!/, ''),
      mode,
      patterns,
      whenAbsent,
      operator,
      ...(neverPresent ? { neverPresent } : {}),
    },
  ];
}

/** Claim that a key tests; behind `!` the whole key where it belongs to another issuer; undefined for no claim. */
function claimOf(issuer: string, key: string): string | undefined {
  const name = key.toLowerCase();
  const own = `${issuer.toLowerCase()}:`;
  if (name.startsWith(own)) return name.slice(own.length);
  const prefix = /^([^:]+(?:\/[^:]*)?):/.exec(name)?.[1];
  if (prefix === undefined || !prefix.includes('.')) return undefined;
  // The key of an enterprise's issuer is at times written without the enterprise.
  const host = issuer.toLowerCase().split('/', 1)[0];
  return prefix.split('/', 1)[0] === host ? name.slice(prefix.length + 1) : `!${key}`;
}

/** Whether the audience is firmly tested, loosely, or not at all. */
export function audienceTest(verdict: AwsTokenVerdict): 'firm' | 'vacuous' | 'wildcard' | 'none' {
  const tests = verdict.tests.filter(({ claim, mode }) => claim === 'aud' && mode === 'is');
  if (tests.length === 0) return 'none';
  const firm = tests.filter(({ whenAbsent }) => whenAbsent === 'fails');
  if (firm.length === 0) return 'vacuous';
  const open = firm.every(({ patterns }) => patterns.some(({ text, wildcards }) => wildcards && /^[*?]*$/.test(text)));
  return open ? 'wildcard' : 'firm';
}
