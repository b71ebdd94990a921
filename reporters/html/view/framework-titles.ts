import type { FrameworkRef } from '../../../src/model/finding.ts';

export interface FrameworkItem {
  readonly id: string;
  readonly title: string;
  /** Why reading files, dumps and configurations cannot decide it, wholly or in part. */
  readonly limit?: string;
}

/** OWASP Non-Human Identities Top 10, 2025: https://owasp.org/www-project-non-human-identities-top-10/2025/ */
export const OWASP_NHI: readonly FrameworkItem[] = [
  {
    id: 'NHI1:2025',
    title: 'Improper Offboarding',
    limit: 'Whether an owner has left is only known from lists that the organisation supplies.',
  },
  { id: 'NHI2:2025', title: 'Secret Leakage' },
  {
    id: 'NHI3:2025',
    title: 'Vulnerable Third-Party NHI',
    limit: 'How well the third party itself is protected is not seen.',
  },
  { id: 'NHI4:2025', title: 'Insecure Authentication' },
  { id: 'NHI5:2025', title: 'Overprivileged NHI' },
  { id: 'NHI6:2025', title: 'Insecure Cloud Deployment Configurations' },
  { id: 'NHI7:2025', title: 'Long-Lived Secrets' },
  { id: 'NHI8:2025', title: 'Environment Isolation' },
  { id: 'NHI9:2025', title: 'NHI Reuse' },
  {
    id: 'NHI10:2025',
    title: 'Human Use of NHI',
    limit: 'Use by people shows only in traces they leave in files; sign-in logs are not read.',
  },
];

/** NIST Cybersecurity Framework 2.0 (CSWP 29), category PR.AA, in NIST's words: https://doi.org/10.6028/NIST.CSWP.29 */
export const NIST_PR_AA: readonly FrameworkItem[] = [
  {
    id: 'PR.AA-01',
    title: 'Identities and credentials for authorized users, services, and hardware are managed by the organization',
  },
  {
    id: 'PR.AA-02',
    title: 'Identities are proofed and bound to credentials based on the context of interactions',
    limit: 'Proofing is a procedure: not measurable by scanning.',
  },
  { id: 'PR.AA-03', title: 'Users, services, and hardware are authenticated' },
  { id: 'PR.AA-04', title: 'Identity assertions are protected, conveyed, and verified' },
  {
    id: 'PR.AA-05',
    title:
      'Access permissions, entitlements, and authorizations are defined in a policy, managed, enforced, and reviewed, ' +
      'and incorporate the principles of least privilege and separation of duties',
    limit: 'That rights are reviewed is shown by the organisation’s records, not by files.',
  },
  {
    id: 'PR.AA-06',
    title: 'Physical access to assets is managed, monitored, and enforced commensurate with risk',
    limit: 'Physical access: not measurable by scanning.',
  },
];

/** Subcategories of other categories that checks bear on, in NIST's words as well. */
const NIST_OTHERS: readonly FrameworkItem[] = [
  {
    id: 'GV.RR-02',
    title:
      'Roles, responsibilities, and authorities related to cybersecurity risk management are established, communicated, ' +
      'understood, and enforced',
  },
  {
    id: 'GV.SC-07',
    title:
      'The risks posed by a supplier, their products and services, and other third parties are understood, recorded, ' +
      'prioritized, assessed, responded to, and monitored over the course of the relationship',
  },
  {
    id: 'GV.SC-10',
    title:
      'Cybersecurity supply chain risk management plans include provisions for activities that occur after the ' +
      'conclusion of a partnership or service agreement',
  },
  {
    id: 'ID.AM-08',
    title: 'Systems, hardware, software, services, and data are managed throughout their life cycles',
  },
  { id: 'PR.DS-01', title: 'The confidentiality, integrity, and availability of data-at-rest are protected' },
  { id: 'PR.DS-02', title: 'The confidentiality, integrity, and availability of data-in-transit are protected' },
  {
    id: 'PR.IR-01',
    title: 'Networks and environments are protected from unauthorized logical access and usage',
  },
];

/** What the frameworks are called, and where they are to be had. */
export const FRAMEWORKS: Readonly<Record<FrameworkRef['framework'], { readonly title: string; readonly url: string }>> =
  {
    'owasp-nhi-2025': {
      title: 'OWASP Non-Human Identities Top 10, 2025',
      url: 'https://owasp.org/www-project-non-human-identities-top-10/2025/',
    },
    'nist-csf-2.0': {
      title: 'NIST Cybersecurity Framework 2.0',
      url: 'https://doi.org/10.6028/NIST.CSWP.29',
    },
    'nist-sp-800-63': { title: 'NIST SP 800-63, Digital Identity Guidelines', url: 'https://pages.nist.gov/800-63-4/' },
    'nist-sp-800-207': {
      title: 'NIST SP 800-207, Zero Trust Architecture',
      url: 'https://doi.org/10.6028/NIST.SP.800-207',
    },
    'nist-ai-rmf': {
      title: 'NIST AI Risk Management Framework',
      url: 'https://doi.org/10.6028/NIST.AI.100-1',
    },
  };

const TITLES = new Map([...OWASP_NHI, ...NIST_PR_AA, ...NIST_OTHERS].map(({ id, title }) => [id, title]));

/** Title of a place in a framework in the framework's own words; undefined where none is known. */
export function officialTitle({ id }: FrameworkRef): string | undefined {
  return TITLES.get(id);
}

/** Title of a place in a framework, where one is known. */
export function frameworkTitle(ref: FrameworkRef): string {
  return ref.framework === 'owasp-nhi-2025' ? (TITLES.get(ref.id) ?? '') : '';
}
