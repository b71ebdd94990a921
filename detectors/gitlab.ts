import type { Detector, DetectorExamples } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

const docs = 'https://docs.gitlab.com/security/tokens/#token-prefixes';

function examples(prefix: string, length: number): DetectorExamples {
  return {
    match: (make) => [exampleLine('GITLAB_TOKEN=', prefix + make(make.base62, length))],
    noMatch: (make) => [`GITLAB_TOKEN=${prefix}${'x'.repeat(length)}`, `GITLAB_TOKEN=${prefix}${make(make.base62, 8)}`],
  };
}

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }];

/** GitLab tokens by prefix; the routable forms carry an encoded organisation before the first dot and a CRC-32 behind the last. */
export const gitlab: readonly Detector[] = [
  {
    id: 'gitlab-personal-access-token',
    title: 'GitLab personal, project or group access token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['glpat-'], pattern: token(/glpat-[\w-]{20}(?![\w.-])/), proof: 'format' },
    checks: plausible,
    rotate:
      'Revoke it under Access tokens of the user, project or group, or send DELETE /api/v4/personal_access_tokens/self with it; rotate with a short expiry.',
    docs: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
    verify: header('private-token', 'https://{host}/api/v4/personal_access_tokens/self'),
    examples: {
      match: (make) => [exampleLine('PRIVATE-TOKEN: ', `glpat-${make(make.base62, 20)}`)],
      noMatch: (make) => [`PRIVATE-TOKEN: glpat-${'x'.repeat(20)}`, `PRIVATE-TOKEN: glpat-${make(make.base62, 12)}`],
    },
  },
  {
    id: 'gitlab-routable-personal-access-token',
    title: 'GitLab personal, project or group access token (routable)',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['glpat-'],
      pattern: token(/glpat-[\w-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}/, '-'),
      proof: 'format',
    },
    checks: [...plausible, { check: 'crc32-base36', digits: 7 }],
    rotate:
      'Revoke it under Access tokens of the user, project or group, or send DELETE /api/v4/personal_access_tokens/self with it; rotate with a short expiry.',
    docs,
    verify: header('private-token', 'https://{host}/api/v4/personal_access_tokens/self'),
    examples: {
      match: (make) => [exampleLine('TOKEN=', `glpat-${make(make.base62, 27)}.01.${make(make.lowerAlnum, 9)}`)],
      noMatch: (make) => [
        `TOKEN=glpat-${'x'.repeat(27)}.01.xxxxxxxxx`,
        `TOKEN=glpat-${make(make.base62, 27)}.${make(make.lowerAlnum, 4)}`,
      ],
    },
  },
  {
    id: 'gitlab-deploy-token',
    title: 'GitLab deploy token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['gldt-'],
      pattern: token(/gldt-[\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Revoke it under Settings, Repository, Deploy tokens of the project or group, and create another with the scopes it needs.',
    docs: 'https://docs.gitlab.com/user/project/deploy_tokens/',
    examples: examples('gldt-', 20),
  },
  {
    id: 'gitlab-runner-authentication-token',
    title: 'GitLab runner authentication token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['glrt-', 'glrtr-'],
      pattern: token(/glrtr?-[\w-]{20,300}(?:\.[0-9a-z]{2})?(?:\.[0-9a-z]{9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Reset it with `gitlab-runner reset-token`, or delete the runner and create it again.',
    docs: 'https://docs.gitlab.com/security/tokens/#runner-authentication-tokens',
    examples: {
      match: (make) => [
        exampleLine('  token = "', `glrt-${make(make.base62, 20)}`, '"'),
        exampleLine('  token = "', `glrt-t1_${make(make.base62, 27)}.01.${make(make.lowerAlnum, 9)}`, '"'),
      ],
      noMatch: (make) => [`token = "glrt-${'x'.repeat(20)}"`, `token = "glrt-${make(make.base62, 8)}"`],
    },
  },
  {
    id: 'gitlab-runner-registration-token',
    title: 'GitLab runner registration token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: { anchors: ['GR1348941'], pattern: token(/GR1348941[\w-]{20}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Reset it under Settings, CI/CD, Runners, and move to runner authentication tokens.',
    docs: 'https://docs.gitlab.com/security/tokens/#runner-registration-tokens-deprecated',
    examples: examples('GR1348941', 20),
  },
  {
    id: 'gitlab-pipeline-trigger-token',
    title: 'GitLab pipeline trigger token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['glptt-'], pattern: token(/glptt-[0-9a-f]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Revoke it under Settings, CI/CD, Pipeline trigger tokens, and add another.',
    docs: 'https://docs.gitlab.com/ci/triggers/',
    examples: {
      match: (make) => [exampleLine('curl --form token=', `glptt-${make(make.hex, 40)}`)],
      noMatch: (make) => [`token=glptt-${'0'.repeat(40)}`, `token=glptt-${make(make.hex, 20)}`],
    },
  },
  {
    id: 'gitlab-ci-job-token',
    title: 'GitLab CI job token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    match: { anchors: ['glcbt-'], pattern: token(/glcbt-[0-9a-zA-Z]{1,5}_[\w-]{20}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'It ends with its job; cancel the job if it still runs and find out what printed it.',
    docs: 'https://docs.gitlab.com/ci/jobs/ci_job_token/',
    verify: header('job-token', 'https://{host}/api/v4/job'),
    examples: {
      match: (make) => [exampleLine('JOB-TOKEN: ', `glcbt-64_${make(make.base62, 20)}`)],
      noMatch: (make) => [`JOB-TOKEN: glcbt-64_${'x'.repeat(20)}`, `JOB-TOKEN: glcbt-${make(make.base62, 10)}`],
    },
  },
  {
    id: 'gitlab-scim-token',
    title: 'GitLab SCIM token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['glsoat-'],
      pattern: token(/glsoat-[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Reset it under Settings, SAML SSO, SCIM token of the group, and put the new one into the identity provider.',
    docs: 'https://docs.gitlab.com/user/group/saml_sso/scim_setup/',
    examples: examples('glsoat-', 20),
  },
  {
    id: 'gitlab-feed-token',
    title: 'GitLab feed token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['glft-'],
      pattern: token(/glft-[\w-]{20,80}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Reset it under Preferences, Access tokens, Feed token.',
    docs: 'https://docs.gitlab.com/security/tokens/#feed-token',
    examples: examples('glft-', 20),
  },
  {
    id: 'gitlab-incoming-mail-token',
    title: 'GitLab incoming mail token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['glimt-'],
      pattern: token(/glimt-[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Reset it under Preferences, Access tokens, Incoming email token.',
    docs,
    examples: examples('glimt-', 25),
  },
  {
    id: 'gitlab-oauth-application-secret',
    title: 'GitLab OAuth application secret',
    provider: 'GitLab',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['gloas-'],
      pattern: token(/gloas-[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Renew the secret on the page of the application under Applications, and put the new one into its clients.',
    docs: 'https://docs.gitlab.com/integration/oauth_provider/',
    examples: examples('gloas-', 64),
  },
  {
    id: 'gitlab-agent-token',
    title: 'GitLab agent for Kubernetes token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['glagent-'],
      pattern: token(/glagent-[\w-]{20,1024}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      maxLength: 1100,
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Create a second token for the agent under Operate, Kubernetes clusters, switch over, then revoke this one.',
    docs: 'https://docs.gitlab.com/user/clusters/agent/work_with_agent/#reset-the-agent-token',
    examples: examples('glagent-', 50),
  },
  {
    id: 'gitlab-feature-flag-client-token',
    title: 'GitLab feature flags client token',
    provider: 'GitLab',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['glffct-'],
      pattern: token(/glffct-[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/, '-'),
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Regenerate the instance id under Deploy, Feature flags, Configure.',
    docs: 'https://docs.gitlab.com/operations/feature_flags/',
    examples: examples('glffct-', 20),
  },
  ...provider('GitLab', [
    {
      id: 'gitlab-workspace-token',
      title: 'GitLab workspace token',
      kind: 'access-token',
      identity: 'workload',
      severity: 'medium',
      value: ['glwt-', base64url(20, 64)],
      rotate: 'Terminate the workspace under Operate, Workspaces: its token ends with it.',
      docs: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
    },
    {
      id: 'gitlab-ci-job-token-jwt',
      title: 'GitLab CI job token (signed form)',
      kind: 'access-token',
      identity: 'workload',
      severity: 'medium',
      value: ['glcbt-eyJ', base64url(20, 1000), '.eyJ', base64url(20, 3000), '.', base64url(20, 1000)],
      extract: ['jwt-claims'],
      rotate: 'It ends with its job: cancel the job if it still runs, and find out what printed the token.',
      docs: 'https://docs.gitlab.com/ci/jobs/ci_job_token/',
    },
    {
      id: 'gitlab-session-cookie',
      title: 'GitLab session cookie',
      kind: 'other',
      identity: 'user',
      severity: 'high',
      names: ['gitlab session'],
      anyName: true,
      value: [lowerAlnum(32)],
      rotate:
        'Sign the user out everywhere under Preferences, Active sessions; changing the password ends the sessions as well.',
      docs: 'https://docs.gitlab.com/user/profile/active_sessions/',
    },
  ]),
];
