import { describe, expect, it } from 'vitest';
import { readCase } from './support.ts';
import type { FormatCase } from './support.ts';

/** Files of containers, clusters and what is deployed to them. */
const CASES: readonly FormatCase[] = [
  [
    'Docker logins',
    '.docker/config.json',
    ({ hit64, random }) =>
      `{\n\t"auths": {\n\t\t"registry.shop.io": {\n\t\t\t"auth": "${hit64(`ci:${random()}`)}"\n\t\t}\n\t}\n}`,
  ],
  [
    'Docker logins in the older file',
    '.dockercfg',
    ({ hit64, random }) =>
      `{"https://index.docker.io/v1/": {"auth": "${hit64(`ci:${random()}`)}", "email": "ops@shop.io"}}`,
  ],
  [
    'Docker identity tokens',
    '.docker/config.json',
    ({ hit, random }) =>
      `{"auths": {"shop.azurecr.io": {"identitytoken": "${hit(random() + random())}"}}, "credsStore": "desktop"}`,
  ],
  [
    'Docker credential helpers',
    '.docker/config.json',
    () => '{"auths": {"registry.shop.io": {}}, "credsStore": "osxkeychain", "credHelpers": {"gcr.io": "gcloud"}}',
  ],
  [
    'kubeconfig',
    '.kube/config',
    ({ hit, random }) => `apiVersion: v1\nkind: Config\nusers:\n- name: ci\n  user:\n    token: ${hit(random())}\n`,
  ],
  [
    'kubeconfig with user and password',
    'kubeconfig',
    ({ hit, random }) =>
      `users:\n- name: ci\n  user:\n    username: ci\n    password: ${hit(random())}\ncurrent-context: shop\n`,
  ],
  [
    'kubeconfig of a program',
    'kubeconfig.yaml',
    ({ random }) =>
      `users:\n- name: ci\n  user:\n    exec:\n      command: aws\n      args: [eks, get-token, --cluster-name, ${random()}]\n`,
  ],
  [
    'Kubernetes Secret',
    'deploy/secret.yaml',
    ({ hit64, human, base64 }) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop-db\ntype: Opaque\ndata:\n  username: ${base64('shop-deploy')}\n  password: ${hit64(human())}\n`,
  ],
  [
    'Kubernetes Secret in the clear',
    'deploy/secret.yaml',
    ({ hit, human }) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop-db\nstringData:\n  username: shop\n  password: ${hit(human())}\n`,
  ],
  [
    'Kubernetes Secret of a template',
    'templates/secret.yaml',
    () =>
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ include "shop.fullname" . }}\ndata:\n  password: {{ .Values.password | b64enc | quote }}\nstringData:\n  url: "postgres://shop:$(PASSWORD)@db/shop"\n',
  ],
  [
    'ConfigMap',
    'deploy/config.yaml',
    ({ base64, random }) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  LOGO: ${base64(random())}\n`,
  ],
  [
    'sealed secret',
    'deploy/sealed.yaml',
    ({ random }) =>
      `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: shop-db\nspec:\n  encryptedData:\n    password: AgBy${random()}${random()}${random()}${random()}${random()}==\n`,
  ],
  [
    'SOPS',
    'deploy/secret.enc.yaml',
    ({ base64, random }) =>
      `kind: Secret\nstringData:\n  password: ENC[AES256_GCM,data:${base64(random())},iv:${base64(random())},tag:${base64(random())},type:str]\nsops:\n  age:\n    - recipient: age1${'q'.repeat(3)}\n`,
  ],
  [
    'SOPS in JSON',
    'secrets.enc.json',
    ({ base64, random }) =>
      `{"password": "ENC[AES256_GCM,data:${base64(random())},iv:${base64(random())},tag:${base64(random())},type:str]", "sops": {"mac": "ENC[AES256_GCM,data:${base64(random())}]"}}`,
  ],
  [
    'environment of a Deployment',
    'deploy/app.yaml',
    ({ hit, human, random }) =>
      `      containers:\n        - name: shop\n          env:\n            - name: DB_PASSWORD\n              value: ${hit(human())}\n            - name: "STRIPE_TOKEN"\n              value: "${hit(random())}"\n            - name: DB_USER\n              value: shop-production-user1\n`,
  ],
  [
    'environment of a Deployment, value first',
    'deploy/app.yaml',
    ({ hit, human }) =>
      `          env:\n            - value: ${hit(human())}\n              name: DB_PASSWORD\n            - value: production\n              name: STAGE\n`,
  ],
  [
    'environment of a Deployment, from Secrets',
    'deploy/app.yaml',
    () =>
      '          env:\n            - name: DB_PASSWORD\n              valueFrom:\n                secretKeyRef:\n                  name: shop-db\n                  key: password\n            - name: API_TOKEN\n              value: $(SHARED_TOKEN)\n            - name: TOKEN_URL\n              value: https://id.shop.io/token\n',
  ],
  [
    'Helm values',
    'charts/shop/values-prod.yaml',
    ({ hit, human }) =>
      `postgresql:\n  auth:\n    username: shop\n    postgresPassword: "${hit(human())}"\n    existingSecret: ""\n    secretKeys:\n      adminPasswordKey: postgres-password\n`,
  ],
  [
    'Helm --set values of Argo CD',
    'apps/shop.yaml',
    ({ hit, human }) =>
      `    helm:\n      parameters:\n        - name: postgresql.auth.password\n          value: ${hit(human())}\n        - name: replicas\n          value: "3"\n`,
  ],
  [
    'Compose, map',
    'docker-compose.yml',
    ({ hit, human }) =>
      `services:\n  db:\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: ${hit(human())}\n`,
  ],
  [
    'Compose, list',
    'docker-compose.yml',
    ({ hit, human, random }) =>
      `services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=${hit(human())}\n      - "API_TOKEN=${hit(random())}"\n      - SECRET_FILE=/run/secrets/db\n`,
  ],
  [
    'Compose that reads the environment',
    'docker-compose.yml',
    () =>
      'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?required}\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\n    secrets:\n      - db_password\n',
  ],
  [
    'Dockerfile',
    'Dockerfile',
    ({ hit, random, human }) =>
      `FROM node:24\nENV API_TOKEN=${hit(random())}\nENV DB_PASSWORD ${hit(human())}\nARG NPM_TOKEN\nRUN echo $NPM_TOKEN\n`,
  ],
  [
    'ECS task definition',
    'task-definition.json',
    ({ hit, human }) =>
      `{"containerDefinitions": [{"environment": [\n  {\n    "name": "DB_PASSWORD",\n    "value": "${hit(human())}"\n  },\n  {\n    "name": "STAGE",\n    "value": "production-eu-1"\n  }\n],\n "secrets": [{"name": "API_TOKEN", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/token"}]}]}`,
  ],
  [
    'ECS task definition, value first',
    'task.json',
    ({ hit, human }) =>
      `[{\n    "value": "${hit(human())}",\n    "name": "DB_PASSWORD"\n  }, {\n    "value": "shop",\n    "name": "DB_USER"\n  }]`,
  ],
  [
    'ARM parameters',
    'azuredeploy.parameters.json',
    ({ hit, human }) =>
      `{"parameters": {\n  "adminUsername": {\n    "value": "shopadmin"\n  },\n  "adminPassword": {\n    "value": "${hit(human())}"\n  },\n  "dbPassword": {\n    "reference": {\n      "keyVault": { "id": "/subscriptions/x" },\n      "secretName": "db"\n    }\n  }\n}}`,
  ],
  [
    'CloudFormation parameters',
    'params.json',
    ({ hit, human }) =>
      `[\n  {\n    "ParameterKey": "DBPassword",\n    "ParameterValue": "${hit(human())}"\n  },\n  {\n    "ParameterKey": "Size",\n    "ParameterValue": "t3.medium-size-1"\n  }\n]`,
  ],
  [
    'Elastic Beanstalk options',
    '.ebextensions/env.config',
    ({ hit, human }) =>
      `option_settings:\n  - namespace: aws:elasticbeanstalk:application:environment\n    option_name: DB_PASSWORD\n    value: ${hit(human())}\n`,
  ],
  [
    'GitLab variables',
    'gitlab-variables.json',
    ({ hit, human }) =>
      `[{\n    "variable_type": "env_var",\n    "key": "DEPLOY_PASSWORD",\n    "value": "${hit(human())}",\n    "protected": true\n}]`,
  ],
  [
    'Azure Pipelines variables',
    'azure-pipelines.yml',
    ({ hit, human }) =>
      `variables:\n- name: sqlPassword\n  value: '${hit(human())}'\n- name: buildConfiguration\n  value: 'Release'\n- group: shop\n`,
  ],
  [
    'Ansible variables',
    'group_vars/all.yml',
    ({ hit, human }) =>
      `mysql_root_password: "${hit(human())}"\nansible_user: deploy\nansible_become_pass: ${hit(human())}\ndb_password: "{{ vault_db_password }}"\n`,
  ],
  [
    'Ansible inventory',
    'inventory/hosts',
    ({ hit, human }) => `db1.shop.io ansible_user=deploy ansible_ssh_pass=${hit(human())} ansible_become=yes\n`,
  ],
  [
    'Ansible Vault',
    'group_vars/vault.yml',
    ({ make }) =>
      `db_password: !vault |\n          $ANSIBLE_VAULT;1.1;AES256\n          ${make(make.digits, 80)}\n          ${make(make.digits, 80)}\n`,
  ],
  [
    'Ansible Vault, whole file',
    'group_vars/vault.yml',
    ({ make }) => `$ANSIBLE_VAULT;1.2;AES256;prod\n${make(make.digits, 80)}\n${make(make.digits, 80)}\n`,
  ],
  [
    'Terraform state',
    'terraform.tfstate',
    ({ hit, human, random }) =>
      `{"version": 4, "outputs": {\n    "db_password": {\n      "value": "${hit(human())}",\n      "type": "string",\n      "sensitive": true\n    },\n    "endpoint": {\n      "value": "db.shop.io",\n      "type": "string"\n    }\n  }, "resources": [{"instances": [{"attributes": {\n            "master_password": "${hit(random())}",\n            "id": "shop-db"\n  }}]}]}`,
  ],
  [
    'Terraform outputs that tell nothing',
    'prod.tfstate',
    ({ hit, random }) =>
      `{"outputs": {\n    "smtp": {\n      "sensitive": true,\n      "type": "string",\n      "value": "${hit(random())}"\n    }\n}}`,
  ],
  [
    'Terraform variables',
    'prod.tfvars',
    ({ hit, human }) => `region = "eu-west-1"\ndb_password = "${hit(human())}"\ntokens = {\n}\n`,
  ],
  [
    'Terraform default',
    'variables.tf',
    ({ hit, human }) =>
      `variable "db_password" {\n  type        = string\n  description = "Password of the database"\n  default     = "${hit(human())}"\n}\n\nvariable "db_user" {\n  default = "shop-production-user1"\n}\n`,
  ],
  [
    'Terraform command line',
    '.terraformrc',
    ({ hit, random }) => `credentials "tf.shop.io" {\n  token = "${hit(random())}"\n}\n`,
  ],
  [
    'Terraform logins',
    '.terraform.d/credentials.tfrc.json',
    ({ hit, random }) =>
      `{\n  "credentials": {\n    "tf.shop.io": {\n      "token": "${hit(random())}"\n    }\n  }\n}\n`,
  ],
];

describe('files of containers and clusters', () => {
  it.each(CASES)('%s', (...each) => {
    const { wanted, found } = readCase(each);
    expect(found).toEqual(wanted);
  });
});
