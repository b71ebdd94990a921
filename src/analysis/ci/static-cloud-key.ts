import type { CiJob, CiStaticKey } from '../../model/ci-job.ts';
import type { Check, FindingDraft } from '../check.ts';
import { KEYLESS_LOGIN } from '../keyless-login.ts';
import { describe, distinctPlaces, outsiderEvents, quoted, yaml } from './jobs.ts';

type Provider = CiStaticKey['provider'];

const CLOUDS: Readonly<Record<Provider, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' };

/** What to write instead, by cloud. https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments */
const GITHUB: Readonly<Record<Provider, string>> = {
  aws:
    'permissions:\n  id-token: write\n  contents: read\nsteps:\n  - uses: aws-actions/configure-aws-credentials@v5\n' +
    '    with:\n      role-to-assume: arn:aws:iam::<account>:role/<role>\n      aws-region: <region>',
  azure:
    'permissions:\n  id-token: write\n  contents: read\nsteps:\n  - uses: azure/login@v2\n    with:\n' +
    '      client-id: <client id>\n      tenant-id: <tenant id>\n      subscription-id: <subscription id>',
  gcp:
    'permissions:\n  id-token: write\n  contents: read\nsteps:\n  - uses: google-github-actions/auth@v3\n    with:\n' +
    '      workload_identity_provider: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>\n' +
    '      service_account: <name>@<project>.iam.gserviceaccount.com',
};

/** https://docs.gitlab.com/ci/cloud_services/ */
const GITLAB: Readonly<Record<Provider, string>> = {
  aws:
    'id_tokens:\n  AWS_TOKEN:\n    aud: https://gitlab.com\nscript:\n  - aws sts assume-role-with-web-identity ' +
    '--role-arn arn:aws:iam::<account>:role/<role> --role-session-name "$CI_JOB_ID" --web-identity-token "$AWS_TOKEN"',
  azure:
    'id_tokens:\n  AZURE_TOKEN:\n    aud: https://gitlab.com\nscript:\n  - az login --service-principal ' +
    '-u <client id> -t <tenant id> --federated-token "$AZURE_TOKEN"',
  gcp:
    'id_tokens:\n  GCP_TOKEN:\n    aud: https://iam.googleapis.com/projects/<number>/locations/global/' +
    'workloadIdentityPools/<pool>/providers/<provider>\nscript:\n  - echo "$GCP_TOKEN" > .token\n' +
    '  - gcloud iam workload-identity-pools create-cred-config <provider> --service-account=<e-mail> ' +
    '--credential-source-file=.token --output-file=.credentials.json',
};

export const staticCloudKey: Check = {
  id: 'ci.static-cloud-key',
  title: 'Job logs in to a cloud with a long-lived key',
  why:
    'GitHub and GitLab hand each job a short-lived OIDC token that AWS, Azure and Google Cloud accept. A stored key does ' +
    'not expire with the job: one leak through a log, an action or a dependency lasts until somebody rotates it.',
  remediation: "Trust the CI system's OIDC issuer in the cloud, assume a role in the job, then delete the stored key.",
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['outsiders can start the job'],
    loweredBy: [],
  },
  example: KEYLESS_LOGIN,
  run(graph) {
    const jobs = graph.jobs.filter((job) => job.staticCloudKeys.length > 0 || job.assumes.length > 0);
    return { examined: jobs.length, findings: jobs.flatMap(judgeJob) };
  },
};

function judgeJob(job: CiJob): readonly FindingDraft[] {
  const exposed = outsiderEvents(job).length > 0 && !job.guarded;
  return [...Map.groupBy(job.staticCloudKeys, ({ provider }) => provider)].map(([provider, keys]) => {
    const secrets = [...new Set(keys.flatMap(({ secret }) => secret ?? []))];
    const from = secrets.length === 0 ? '' : ` (${quoted(secrets)})`;
    return {
      title: `${describe(job)} logs in to ${CLOUDS[provider]} with a long-lived key${from}`,
      severity: exposed ? 'high' : 'medium',
      confidence: secrets.length === 0 ? 'medium' : 'high',
      subjects: [job.id],
      discriminator: provider,
      places: distinctPlaces(keys.map(({ place }) => place)),
      evidence: keys.slice(0, 10).map(({ field, secret, place }) => ({
        what: secret === undefined ? `"${field}" carries the key.` : `"${field}" takes the secret "${secret}".`,
        place,
      })),
      factors: [
        { what: `${CLOUDS[provider]} accepts the job's own OIDC token instead.`, effect: 'sets' },
        ...(exposed ? [{ what: 'Outsiders can start the job.', effect: 'raises' as const }] : []),
      ],
      remediation:
        `Let ${CLOUDS[provider]} trust the CI system's OIDC issuer for this repository and write:` +
        `${yaml((job.system === 'gitlab-ci' ? GITLAB : GITHUB)[provider])}Then delete the stored key.`,
    } satisfies FindingDraft;
  });
}
