import type { FrameworkRef } from '../../../src/model/finding.ts';
import type { CheckSummary } from '../../../src/model/report.ts';
import { count, figure, listed, visible } from '../../text.ts';
import { NIST_PR_AA, OWASP_NHI, type FrameworkItem } from './framework-titles.ts';
import type { Page } from './page.ts';

const OTHER = [
  { framework: 'nist-sp-800-63', title: 'NIST SP 800-63, Digital Identity Guidelines' },
  { framework: 'nist-sp-800-207', title: 'NIST SP 800-207, Zero Trust Architecture' },
  { framework: 'nist-ai-rmf', title: 'NIST AI Risk Management Framework' },
] as const;

/** Each framework item with the checks that bear on it: how many things they looked at, how many failed. */
export function frameworksView(page: Page): object {
  const { report } = page;
  const others = OTHER.flatMap(({ framework, title }) => {
    const ids = report.checks.flatMap(({ frameworks }) =>
      frameworks.flatMap((ref) => (ref.framework === framework ? [ref.id] : [])),
    );
    const items = [...new Set(ids)].sort().map((id) => ({ id, title: '' }));
    return items.length === 0 ? [] : [{ title, items: rows(page, framework, items) }];
  });
  return {
    frameworks: [
      { title: 'OWASP Non-Human Identities Top 10, 2025', items: rows(page, 'owasp-nhi-2025', OWASP_NHI) },
      {
        title: 'NIST Cybersecurity Framework 2.0, PR.AA: Identity Management, Authentication, and Access Control',
        items: rows(page, 'nist-csf-2.0', NIST_PR_AA),
      },
      ...others,
    ],
  };
}

function rows(
  { report, findings }: Page,
  framework: FrameworkRef['framework'],
  items: readonly FrameworkItem[],
): readonly object[] {
  const bears = (ref: FrameworkRef, id: string): boolean => ref.framework === framework && ref.id === id;
  return items.map(({ id, title, limit }) => {
    const checks = report.checks.filter(({ frameworks }) => frameworks.some((ref) => bears(ref, id)));
    const failed = findings.bearingOn({ framework, id });
    return {
      id: visible(id),
      title,
      limit,
      checks: checks.filter(({ examined }) => examined > 0).map((check) => checkView(check)),
      idle: listed(checks.filter(({ examined }) => examined === 0).map((check) => visible(check.id))),
      href: `#findings?framework=${encodeURIComponent(id)}`,
      ...verdict(checks, failed),
    };
  });
}

function checkView({ id, examined, failed }: CheckSummary): object {
  return {
    text: visible(id),
    numbers: `${figure(failed)} of ${figure(examined)}`,
    ...(failed > 0 ? { href: `#findings?check=${encodeURIComponent(id)}` } : {}),
  };
}

function verdict(
  checks: readonly CheckSummary[],
  failed: number,
): { readonly verdict: string; readonly failed: boolean } {
  if (failed > 0) return { verdict: count(failed, 'finding'), failed: true };
  const suppressed = checks.reduce((sum, check) => sum + (check.suppressed ?? 0), 0);
  if (suppressed > 0) return { verdict: `nothing open, ${figure(suppressed)} set aside`, failed: false };
  if (checks.some(({ examined }) => examined > 0)) return { verdict: 'looked at, nothing found', failed: false };
  return { verdict: checks.length > 0 ? 'nothing there to judge' : 'not looked at', failed: false };
}
