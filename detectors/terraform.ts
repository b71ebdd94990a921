import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const inState = /\.tfstate(?:\.\w{1,20})?$/;

export const terraform: readonly Detector[] = [
  {
    id: 'terraform-cloud-api-token',
    title: 'HCP Terraform API token',
    provider: 'Terraform',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['.atlasv1.'],
      pattern: token(/[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}/, '-'),
      lookBehind: 14,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Revoke it under User settings, Tokens (or the tokens of the team or organization); use dynamic provider credentials in runs.',
    docs: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    examples: {
      match: (make) => [exampleLine('  token = "', `${make(make.base62, 14)}.atlasv1.${make(make.base62, 67)}`, '"')],
      noMatch: (make) => [
        `token = "xxxxxxxxxxxxxx.atlasv1.${'x'.repeat(67)}"`,
        `token = "${make(make.base62, 14)}.atlasv1.${make(make.base62, 20)}"`,
      ],
    },
  },
  {
    id: 'terraform-state-secret',
    title: 'Secret in Terraform state',
    provider: 'Terraform',
    kind: 'password',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: [
        'password"',
        'secret"',
        '"result"',
        'token"',
        'access_key"',
        'connection_string"',
        '"client_secret',
        '"secret_string',
      ],
      pattern:
        /"(?:[a-z_]{0,40}_)?(?:password|secret|result|secret_string|token|(?:primary|secondary)_access_key|connection_string)"\s{0,4}:\s{0,4}"(?<secret>[^"\\\s]{8,400})"/,
      lookBehind: 48,
      proof: 'context',
      paths: inState,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Replace the resource (`terraform apply -replace=ADDRESS`) or change the secret at its service; keep state in an encrypted backend, never in a repository.',
    docs: 'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          { text: `            "result": "${secret}",`, secret, path: 'terraform.tfstate' },
          { text: `"administrator_login_password": "${secret}"`, secret, path: 'env/prod.tfstate.backup' },
          { text: `"secret": "${secret}"`, secret, path: 'terraform.tfstate' },
        ];
      },
      noMatch: (make) => [
        { text: `"result": "${make(make.base62, 20)}"`, path: 'report.json' },
        { text: '"password": "xxxxxxxxxxxxxxxx"', path: 'terraform.tfstate' },
        { text: '"password": null', path: 'terraform.tfstate' },
      ],
    },
  },
  {
    id: 'terraform-variable-secret',
    title: 'Secret in Terraform variables',
    provider: 'Terraform',
    kind: 'password',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['password', 'secret', 'token', 'api_key', 'access_key', 'private_key'],
      pattern:
        /(?:password|secret|token|(?:api|access|private)_key)\w{0,24}"?[ \t]{0,24}[:=][ \t]{0,8}"(?<secret>[^"\s$]{6,400})"/,
      proof: 'context',
      paths: /\.(?:auto\.)?tfvars(?:\.json)?$/,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate:
      'Change the secret at its service and give the new one to Terraform through `TF_VAR_…`, a vault data source or an ephemeral resource.',
    docs: 'https://developer.hashicorp.com/terraform/tutorials/configuration-language/sensitive-variables',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 18);
        return [
          { text: `db_password = "${secret}"`, secret, path: 'prod.tfvars' },
          { text: `{"client_secret": "${secret}"}`, secret, path: 'prod.auto.tfvars.json' },
        ];
      },
      noMatch: (make) => [
        { text: 'db_password = "<your-password>"', path: 'prod.tfvars' },
        { text: 'password_length = 32', path: 'prod.tfvars' },
        { text: `db_password = "${make(make.base62, 18)}"`, path: 'main.txt' },
      ],
    },
  },
];
