import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const jenkins = provider('Jenkins', [
  {
    id: 'jenkins-api-token',
    title: 'Jenkins API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['jenkins'],
    anyName: true,
    value: ['11', hex(32)],
    rotate: 'Revoke it on the Security page of its user in Jenkins, under API Token, and add one for each client.',
    docs: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    verify: basic('{user}:{value}', '{address}/whoAmI/api/json'),
  },
  {
    id: 'jenkins-api-token-legacy',
    title: 'Jenkins API token (before 2.129)',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['jenkins'],
    value: [hex(32)],
    rotate:
      'Revoke the legacy token on the Security page of its user in Jenkins and forbid new ones in the global security settings.',
    docs: 'https://www.jenkins.io/blog/2018/07/02/new-api-token-system/',
    verify: basic('{user}:{value}', '{address}/whoAmI/api/json'),
  },
]);
