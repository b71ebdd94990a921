import type { Detector } from '../src/model/detector.ts';

const inState = /(?:\.tfstate(?:\.\w{1,20})?|outputs?\.json)$/;
const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

/** Credentials in files of containers and infrastructure whose structure alone says what they are. */
export const containerFiles: readonly Detector[] = [
  {
    id: 'docker-identity-token',
    title: 'Registry token in a Docker configuration',
    provider: 'Docker',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['identitytoken"', 'registrytoken"'],
      pattern: /(?:identity|registry)token\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[\w.+/=-]{16,4000})\\?"/,
      maxLength: 4100,
      proof: 'context',
    },
    checks: plausible,
    rotate: 'Log out with `docker logout`, revoke the token at the registry, and use a credential helper.',
    docs: 'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 60);
        return [{ text: `"identitytoken": "${secret}"`, secret, path: '.docker/config.json' }];
      },
      noMatch: () => ['"identitytoken": ""', '"identitytoken": "<token>"', '"registrytoken": "xxxxxxxxxxxxxxxxxxxx"'],
    },
  },
  {
    id: 'dockerfile-environment-secret',
    title: 'Secret in the environment of a Dockerfile',
    provider: 'Docker',
    kind: 'other',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['ENV '],
      pattern:
        /(?<![^\n])[ \t]{0,8}ENV[ \t]{1,8}(?<name>[A-Za-z]\w{1,79})[ \t]{1,8}["']?(?<secret>[^\s"'`$<>{}\\]{4,256})["']?[ \t]{0,8}$/,
      lookBehind: 8,
      proof: 'context',
      paths: /(?:^|\/)(?:[\w.-]{1,60}\.)?(?:dockerfile|containerfile)(?:\.[\w.-]{1,60})?$/i,
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate:
      'Change the secret, build without it (`RUN --mount=type=secret`, or the environment at run time), and delete the images: every layer keeps it.',
    docs: 'https://docs.docker.com/build/building/secrets/',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [{ text: `FROM alpine\nENV DB_PASSWORD ${secret}\n`, secret, path: 'Dockerfile' }];
      },
      noMatch: (make) => [
        { text: 'ENV DB_PASSWORD $PASSWORD\n', path: 'Dockerfile' },
        { text: `ENV BUILD_ID ${make(make.base62, 20)}\n`, path: 'Dockerfile' },
        { text: `ENV DB_PASSWORD ${make(make.base62, 20)}\n`, path: 'notes.txt' },
      ],
    },
  },
  {
    id: 'terraform-default-secret',
    title: 'Secret as the default of a Terraform variable',
    provider: 'Terraform',
    kind: 'other',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['variable "'],
      pattern:
        /variable "(?<name>[\w-]{2,80})"[ \t]{0,4}\{[^{}]{0,400}?\n[ \t]{0,16}default[ \t]{0,24}=[ \t]{0,4}"(?<secret>[^\s"\\$]{4,256})"/,
      maxLength: 900,
      proof: 'context',
      paths: /\.tf(?:\.json)?$/,
      multiLine: true,
    },
    checks: [{ check: 'generic-assignment' }],
    rotate:
      'Change the secret at its service, leave the default out, mark the variable as sensitive, and give it through the environment or a vault.',
    docs: 'https://developer.hashicorp.com/terraform/tutorials/configuration-language/sensitive-variables',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          {
            text: `variable "db_password" {\n  type    = string\n  default = "${secret}"\n}\n`,
            secret,
            path: 'variables.tf',
          },
        ];
      },
      noMatch: (make) => [
        { text: 'variable "db_password" {\n  default = ""\n}\n', path: 'variables.tf' },
        { text: `variable "db_name" {\n  default = "${make(make.base62, 20)}"\n}\n`, path: 'variables.tf' },
        {
          text: `variable "db_password" {\n  sensitive = true\n}\nvariable "db" {\n  default = "${make(make.base62, 20)}"\n}\n`,
          path: 'variables.tf',
        },
      ],
    },
  },
  {
    id: 'terraform-sensitive-output',
    title: 'Sensitive output of Terraform',
    provider: 'Terraform',
    kind: 'other',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['"value"'],
      // `terraform output -json` writes `sensitive` first, state files last.
      pattern:
        /"value"\s{0,4}:\s{0,4}"(?<secret>[^"\\\s]{8,400})"(?:(?=,\s{0,40}(?:"type"\s?:\s?"string",\s{0,40})?"sensitive"\s?:\s?true)|(?<="sensitive"\s?:\s?true,\s{0,40}(?:"type"\s?:\s?"string",\s{0,40})?"value"\s{0,4}:\s{0,4}"[^"\\\s]{8,400}"))/,
      before: 160,
      proof: 'context',
      paths: inState,
      multiLine: true,
    },
    checks: plausible,
    rotate:
      'Change the secret at its service or replace the resource; keep state in an encrypted backend, never in a repository.',
    docs: 'https://developer.hashicorp.com/terraform/language/values/outputs#sensitive',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          {
            text: `"smtp": {\n  "value": "${secret}",\n  "type": "string",\n  "sensitive": true\n}`,
            secret,
            path: 'terraform.tfstate',
          },
          {
            text: `"smtp": {\n  "sensitive": true,\n  "type": "string",\n  "value": "${secret}"\n}`,
            secret,
            path: 'output.json',
          },
        ];
      },
      noMatch: (make) => [
        { text: `"vpc": {\n  "value": "${make(make.base62, 20)}",\n  "type": "string"\n}`, path: 'terraform.tfstate' },
        {
          text: `"smtp": {\n  "value": "${make(make.base62, 20)}",\n  "type": "string",\n  "sensitive": true\n}`,
          path: 'notes.json',
        },
      ],
    },
  },
];
