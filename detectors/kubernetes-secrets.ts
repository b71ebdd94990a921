import type { Detector } from '../src/model/detector.ts';

const KIND = '(?:kind:[ \\t]{1,4}["\']?Secret["\']?(?=[ \\t]{0,4}\\r?$)|"kind"\\s{0,4}:\\s{0,4}"Secret")';
/** Lines between the kind of a document and its data: no other document, and no other element of a list. */
const BETWEEN = '(?:\\n(?!---|[ \\t]{0,16}- apiVersion)[^\\n]{0,2000}){0,60}?';
/** Lines of entries, of comments, and of values that go on. */
const LINES =
  '(?:\\r?\\n[ \\t]{0,40}(?:(?<=[ \\t])(?!(?:apiVersion|kind|metadata|type|immutable):)[^\\s][^\\r\\n]{0,8000})?(?=\\r?$)){1,200}';

function block(name: string): string {
  return `(?<![\\w-])${name}:[ \\t]{0,4}(?=\\r?$)(?<items>${LINES})`;
}

function json(name: string): string {
  return `"${name}"\\s{0,4}:\\s{0,4}\\{(?<items>[^{}]{2,8000})\\}`;
}

/** The data behind the kind, or, as in what kubectl prints, before it. */
function pattern(name: string): RegExp {
  return new RegExp(
    [
      `${KIND}${BETWEEN}\\n[ \\t]{0,16}${block(name)}`,
      `${block(name)}\\r?\\n(?:[ \\t]{0,16}(?:immutable|type|metadata):[^\\n]{0,200}\\n){0,3}[ \\t]{0,16}${KIND}`,
      `${KIND}[^{}]{0,400}(?:\\{[^{}]{0,2000}\\}[^{}]{0,400}){0,4}${json(name)}`,
      `${json(name)}[^{}]{0,400}${KIND}`,
    ].join('|'),
  );
}

/** An entry of one line, its value in quotes or bare. */
function entries(value: string): RegExp {
  return new RegExp(
    `["']?(?<name>(?<![\\w.-])[\\w.-]{1,253})["']?[ \\t]{0,4}:[ \\t]{0,4}(?:"(?<secret>${value})"|'(?<secret>${value})'|(?<secret>${value})(?=[ \\t]{0,40}(?:#[^\\n]{0,300})?\\r?$))`,
  );
}

const base = {
  provider: 'Kubernetes',
  kind: 'other',
  identity: 'unknown',
  severity: 'high',
  rotate:
    'Change the secret at what it opens, then write it into the cluster from a vault (External Secrets, Secrets Store CSI driver) or keep the manifest sealed (SOPS, Sealed Secrets).',
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/',
} as const;

const match = {
  anchors: ['kind: Secret', 'kind: "Secret"', "kind: 'Secret'", '"kind": "Secret"', '"kind":"Secret"'],
  lookBehind: 8000,
  maxLength: 16_000,
  proof: 'context',
  multiLine: true,
} as const;

/** Entries of the Secrets of Kubernetes, each judged by its name: https://kubernetes.io/docs/concepts/configuration/secret/. */
export const kubernetesSecrets: readonly Detector[] = [
  {
    ...base,
    id: 'kubernetes-secret-data',
    title: 'Secret in the data of a Kubernetes Secret',
    match: {
      ...match,
      pattern: pattern('data'),
      items: entries('[A-Za-z0-9+/]{6,2000}={0,2}'),
      encoded: 'base64',
    },
    checks: [{ check: 'secret-entry' }, { check: 'not-placeholder' }, { check: 'not-words' }],
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        const written = Buffer.from(secret).toString('base64');
        return [
          {
            text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ntype: Opaque\ndata:\n  user: c2hvcA==\n  db-password: ${written}\n`,
            secret,
            path: 'secret.yaml',
          },
          {
            text: `apiVersion: v1\ndata:\n  smtp: ${written}\nkind: Secret\nmetadata:\n  name: shop\n`,
            secret,
            path: 'secret.yaml',
          },
          {
            text: `{"apiVersion": "v1", "data": {"api-token": "${written}"}, "kind": "Secret", "metadata": {"name": "shop"}}`,
            secret,
            path: 'secret.json',
          },
          {
            text: `kind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata:\n    name: shop\n  data:\n    token: "${Buffer.from(`${secret}\n`).toString('base64')}"\n`,
            secret,
            path: 'secrets.yaml',
          },
        ];
      },
      noMatch: (make) => {
        const written = Buffer.from(make(make.base62, 20)).toString('base64');
        return [
          { text: `kind: ConfigMap\ndata:\n  password: ${written}\n`, path: 'config.yaml' },
          { text: `kind: SecretStore\ndata:\n  password: ${written}\n`, path: 'store.yaml' },
          {
            text: `kind: Secret\nmetadata:\n  name: a\n---\nkind: ConfigMap\ndata:\n  token: ${written}\n`,
            path: 'all.yaml',
          },
          { text: `kind: Secret\ndata:\n  endpoint: ${written}\n`, path: 'secret.yaml' },
          { text: 'kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n', path: 'secret.yaml' },
          {
            text: `kind: Secret\ndata:\n  password: ${Buffer.from('changeme').toString('base64')}\n`,
            path: 'secret.yaml',
          },
        ];
      },
    },
  },
  {
    ...base,
    id: 'kubernetes-secret-string-data',
    title: 'Secret in the string data of a Kubernetes Secret',
    match: { ...match, pattern: pattern('stringData'), items: entries('[^\\s"\'`|>{}$#&*!%@][^\\s"\'{}$]{3,500}') },
    checks: [{ check: 'secret-entry' }, { check: 'not-placeholder' }, { check: 'not-words' }],
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          {
            text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  smtp: "${secret}"\n`,
            secret,
            path: 'secret.yaml',
          },
          {
            text: `kind: Secret\nmetadata: {name: shop}\nstringData:\n  config: |\n    mode: fast\n  password: ${secret} # of the shop\n`,
            secret,
            path: 'secret.yaml',
          },
        ];
      },
      noMatch: (make) => [
        { text: `kind: Secret\nstringData:\n  username: ${make(make.base62, 20)}\n`, path: 'secret.yaml' },
        { text: 'kind: Secret\nstringData:\n  password: ${PASSWORD}\n', path: 'secret.yaml' },
        { text: 'kind: Secret\nstringData:\n  mode: fast-and-simple\n', path: 'secret.yaml' },
        { text: 'kind: Secret\nstringData:\n  config: |\n    url: https://shop.io/a8s7d6f5\n', path: 'secret.yaml' },
      ],
    },
  },
];
