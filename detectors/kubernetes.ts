import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function serviceAccountToken(make: ExampleMaker): string {
  const claims = { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:shop:deploy' };
  return `${encode({ alg: 'RS256', kid: make(make.base62, 43) })}.${encode(claims)}.${make(make.base62, 342)}`;
}

export const kubernetes: readonly Detector[] = [
  {
    id: 'kubernetes-service-account-token',
    title: 'Kubernetes service account token',
    provider: 'Kubernetes',
    kind: 'jwt',
    identity: 'service-account',
    severity: 'critical',
    match: {
      // The claims begin with the issuer (tokens of Secrets) or the API server as audience (bound tokens).
      anchors: ['.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50', '.eyJhdWQiOlsiaHR0cHM6Ly9rdWJlcm5ldGVzLmRlZmF1bHQu'],
      pattern:
        /(?<![\w-])eyJ[\w-]{10,300}\.(?:eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50|eyJhdWQiOlsiaHR0cHM6Ly9rdWJlcm5ldGVzLmRlZmF1bHQu)[\w-]{20,2000}\.[\w-]{80,1000}(?![\w-])/,
      lookBehind: 310,
      maxLength: 3500,
      proof: 'format',
    },
    checks: [{ check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Delete the Secret that holds it, or the pod or service account it is bound to; use short-lived tokens of the TokenRequest API instead.',
    docs: 'https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials',
    examples: {
      match: (make) => [exampleLine('    token: ', serviceAccountToken(make))],
      noMatch: (make) => [
        `token: ${encode({ alg: 'RS256' })}.${encode({ iss: 'https://id.shop.io' })}.${make(make.base62, 342)}`,
        `token: ${encode({ alg: 'RS256' })}.${encode({ iss: 'kubernetes/serviceaccount' })}.`,
      ],
    },
  },
  {
    id: 'kubeconfig-client-key',
    title: 'Client key in a kubeconfig',
    provider: 'Kubernetes',
    kind: 'private-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['client-key-data', 'client_key_data'],
      pattern:
        /client[-_]key[-_]data\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{100,8000}={0,2})/,
      maxLength: 8200,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Client certificates cannot be revoked: remove the RBAC bindings of its user, or rotate the cluster’s certificate authority; use an exec credential plugin.',
    docs: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
    examples: {
      match: (make) => [exampleLine('    client-key-data: ', `LS0tLS1CRUdJTiBQUklWQVRF${make(make.base62, 1200)}==`)],
      noMatch: (make) => [
        '    client-key-data: DATA+OMITTED',
        `    client-certificate-data: LS0tLS1CRUdJTiBD${make(make.base62, 400)}`,
        `    client-key-data: LS0tLS1CRUdJTi${'x'.repeat(200)}`,
      ],
    },
  },
  {
    id: 'kubeconfig-token',
    title: 'User token or password in a kubeconfig',
    provider: 'Kubernetes',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['user:'],
      pattern:
        /user:\s{1,24}(?:(?:username|client-certificate-data): [^\n]{1,6000}\n\s{1,24})?(?:token|password): {1,4}["']?(?!eyJ)(?<secret>[^\s"'{}$]{8,4000})/,
      maxLength: 8000,
      proof: 'context',
      paths: /(?:kube[-_]?config|\.kube\/|\.conf$|\.ya?ml$)/i,
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Remove the token or password from the authentication of the cluster; use an exec credential plugin.',
    docs: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 40);
        return [
          { text: `- name: ci\n  user:\n    token: ${secret}\n`, secret, path: '.kube/config' },
          { text: `- name: ci\n  user:\n    username: ci\n    password: ${secret}\n`, secret, path: 'kubeconfig.yaml' },
        ];
      },
      noMatch: () => [
        { text: '- name: ci\n  user:\n    token: <your-token>\n', path: '.kube/config' },
        { text: '- name: ci\n  user:\n    exec:\n      command: aws\n', path: '.kube/config' },
      ],
    },
  },
  {
    id: 'kubernetes-docker-config',
    title: 'Registry logins in a Kubernetes Secret',
    provider: 'Kubernetes',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['eyJhdXRocyI6', 'ewogICJhdXRocyI6', 'ewoJImF1dGhzIjog'],
      pattern: /(?<![\w+/])(?:eyJhdXRocyI6|ewogICJhdXRocyI6|ewoJImF1dGhzIjog)[A-Za-z0-9+/]{60,8000}={0,2}/,
      maxLength: 8100,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Change the registry login it holds, then recreate the Secret; prefer the workload identity of the node or kubelet credential providers.',
    docs: 'https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets',
    examples: {
      match: (make) => {
        const auth = Buffer.from(`ci:${make(make.base62, 24)}`).toString('base64');
        const config = { auths: { 'registry.shop.io': { auth } } };
        return [exampleLine('  .dockerconfigjson: ', Buffer.from(JSON.stringify(config)).toString('base64'))];
      },
      noMatch: () => [
        '  .dockerconfigjson: eyJhdXRocyI6e319',
        '  .dockerconfigjson: {{ .Values.dockerconfig | b64enc }}',
      ],
    },
  },
  {
    id: 'kubernetes-bootstrap-token',
    title: 'Kubernetes bootstrap token',
    provider: 'Kubernetes',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['kubeadm', 'bootstrap', '--token '],
      pattern: /(?:kubeadm|bootstrap|--token )[^\n]{0,80}?(?<![\w.])(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})(?![\w.])/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.2 }],
    rotate: 'Delete it with `kubeadm token delete`; make the next one with a short time to live.',
    docs: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    examples: {
      match: (make) => [
        exampleLine('kubeadm join 10.0.0.1:6443 --token ', `${make(make.lowerAlnum, 6)}.${make(make.lowerAlnum, 16)}`),
      ],
      noMatch: () => [
        'kubeadm join --token abcdef.0123456789abcdef',
        'kubeadm join --token aaaaaa.bbbbbbbbbbbbbbbb',
        'bootstrap.min.css?v=4',
      ],
    },
  },
];
