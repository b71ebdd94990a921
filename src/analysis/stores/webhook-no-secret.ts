import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub } from './rows.ts';

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
export const webhookNoSecret: Check = {
  id: 'github.webhook-no-secret',
  title: 'Webhook has no signing secret',
  why:
    'Without a secret the receiver cannot tell GitHub’s deliveries from anyone else’s: whoever knows the address can ' +
    'send it events and set off what it does.',
  remediation: 'Set a random secret on the webhook and have the receiver check X-Hub-Signature-256.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-03' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({ config: { url: 'https://builds.example.com/hook', content_type: 'json' } }),
    after: jsonText({
      config: {
        url: 'https://builds.example.com/hook',
        content_type: 'json',
        secret: '(random, known to the receiver)',
      },
    }),
  },
  run(graph) {
    const hooks = activeOnGithub(graph, 'bot').filter((hook) => 'signing secret' in hook.attributes);
    return {
      examined: hooks.length,
      findings: hooks
        .filter((hook) => hook.attributes['signing secret'] === 'none')
        .map((hook) => ({
          title: `No signing secret on ${hook.name}`,
          severity: 'medium',
          confidence: 'high',
          subjects: [hook.id],
          places: hook.places,
          evidence: [{ what: 'Signing secret: none' }, { what: `Events: ${hook.attributes['events'] ?? 'not told'}` }],
          factors: [],
          remediation: webhookNoSecret.remediation,
        })),
    };
  },
};
