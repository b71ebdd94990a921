import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub } from './rows.ts';

/** https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks */
export const webhookInsecureSsl: Check = {
  id: 'github.webhook-insecure-ssl',
  title: 'Webhook is delivered without a checked connection',
  why:
    'With the certificate check off, or over plain HTTP, whoever sits on the way reads the deliveries and can answer ' +
    'in the receiver’s place. Deliveries name people, branches and changes.',
  remediation: 'Give the receiver a valid certificate, use an https:// address, and switch SSL verification on.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.DS-02' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({ config: { url: 'https://builds.example.com/hook', insecure_ssl: '1' } }),
    after: jsonText({ config: { url: 'https://builds.example.com/hook', insecure_ssl: '0' } }),
  },
  run(graph) {
    const hooks = activeOnGithub(graph, 'bot').filter((hook) => 'certificate check' in hook.attributes);
    return {
      examined: hooks.length,
      findings: hooks
        .filter(({ attributes }) => attributes['certificate check'] === 'off' || attributes['transport'] === 'http')
        .map((hook) => ({
          title: `Deliveries of ${hook.name} go over an unchecked connection`,
          severity: 'medium',
          confidence: 'high',
          subjects: [hook.id],
          places: hook.places,
          evidence: [
            { what: `Certificate check: ${hook.attributes['certificate check']}` },
            { what: `Transport: ${hook.attributes['transport']}` },
          ],
          factors: [],
          remediation: webhookInsecureSsl.remediation,
        })),
    };
  },
};
