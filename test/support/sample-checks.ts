import type { FrameworkRef } from '../../src/model/finding.ts';
import type { CheckSummary } from '../../src/model/report.ts';

const owasp = (number: number): FrameworkRef => ({ framework: 'owasp-nhi-2025', id: `NHI${number}:2025` });
const nist = (number: number): FrameworkRef => ({ framework: 'nist-csf-2.0', id: `PR.AA-0${number}` });

/** Checks of the sample audit; how many failed is counted from its findings. */
export const SAMPLE_CHECKS: readonly Omit<CheckSummary, 'failed'>[] = [
  {
    id: 'secret.exposed',
    title: 'Secret stands in the open',
    why: 'A secret in code or history is known to everybody who can read it, and stays known after it is deleted.',
    frameworks: [owasp(2), nist(1)],
    examined: 61,
  },
  {
    id: 'overlap.value',
    title: 'One secret is used by two domains',
    why: 'Whoever holds it in one domain acts in the other; neither can rotate it alone.',
    frameworks: [owasp(9), owasp(8), nist(5)],
    examined: 61,
  },
  {
    id: 'aws.administrator',
    title: 'Identity may do everything',
    why: 'A key of such an identity is a key to the whole account.',
    frameworks: [owasp(5), nist(5)],
    examined: 9,
  },
  {
    id: 'aws.trust-wildcard',
    title: 'Role can be assumed by anyone',
    why: 'A trust policy without a test of the subject lets in workflows of strangers.',
    frameworks: [owasp(6), nist(4)],
    examined: 4,
  },
  {
    id: 'aws.cross-account',
    title: 'Other account is trusted without an external id',
    why: 'A third party that serves others too can be talked into using its rights for them (the confused deputy).',
    frameworks: [owasp(3), nist(4)],
    examined: 4,
  },
  {
    id: 'ci.untrusted-checkout',
    title: 'Workflow runs strangers’ code with secrets',
    why: 'Code of a pull request can send away every secret that the job can read.',
    frameworks: [owasp(6), nist(5)],
    examined: 12,
  },
  {
    id: 'lifecycle.unused-key',
    title: 'Key is no longer used',
    why: 'Nobody notices the misuse of a key that nobody uses.',
    frameworks: [owasp(1), nist(1)],
    examined: 5,
  },
  {
    id: 'ownership.missing',
    title: 'Identity has no owner',
    why: 'What nobody owns, nobody rotates or retires.',
    frameworks: [owasp(1), nist(1)],
    examined: 13,
  },
  {
    id: 'azure.vault-readers',
    title: 'Vault can be read by too many',
    why: 'Each reader of a vault holds every secret in it.',
    frameworks: [owasp(5), nist(5)],
    examined: 0,
  },
];
