import type { FrameworkRef } from '../../../src/model/finding.ts';
import type { CheckSummary, Report } from '../../../src/model/report.ts';
import { count, figure, listed, visible } from '../../text.ts';
import { NIST_PR_AA, OWASP_NHI, type FrameworkItem } from './framework-titles.ts';

const OTHER = {
  'nist-sp-800-63': 'NIST SP 800-63, Digital Identity Guidelines',
  'nist-sp-800-207': 'NIST SP 800-207, Zero Trust Architecture',
  'nist-ai-rmf': 'NIST AI Risk Management Framework',
} as const;

/** Each framework item with the checks that bear on it: how many things they looked at, how many failed. */
export function frameworksView(report: Report): object {
  const others = Object.entries(OTHER).flatMap(([framework, title]) => {
    const ids = report.checks.flatMap(({ frameworks }) =>
      frameworks.flatMap((ref) => (ref.framework === framework ? [ref.id] : [])),
    );
    const items = [...new Set(ids)].sort().map((id) => ({ id, title: '' }));
    return items.length === 0 ? [] : [{ title, items: rows(report, framework, items) }];
  });
  return {
    frameworks: [
      { title: 'OWASP Non-Human Identities Top 10, 2025', items: rows(report, 'owasp-nhi-2025', OWASP_NHI) },
      {
        title: 'NIST Cybersecurity Framework 2.0, PR.AA: Identity Management, Authentication, and Access Control',
        items: rows(report, 'nist-csf-2.0', NIST_PR_AA),
      },
      ...others,
    ],
  };
}

function rows(report: Report, framework: string, items: readonly FrameworkItem[]): readonly object[] {
  const bears = (ref: FrameworkRef, id: string): boolean => ref.framework === framework && ref.id === id;
  return items.map(({ id, title, limit }) => {
    const checks = report.checks.filter(({ frameworks }) => frameworks.some((ref) => bears(ref, id)));
    const failed = report.findings.filter(({ frameworks }) => frameworks.some((ref) => bears(ref, id))).length;
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
  if (checks.some(({ examined }) => examined > 0)) return { verdict: 'looked at, nothing found', failed: false };
  return { verdict: checks.length > 0 ? 'nothing there to judge' : 'not looked at', failed: false };
}
