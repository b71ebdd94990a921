import { exampleMaker } from '../../src/engine/example-maker.ts';
import type { LabelledFile } from './labelled-corpus.ts';

/**
 * Names of credentials in the style of environment variables, programs and configuration files. What the corpus holds
 * under them is by chance: it has hardly any hexadecimal API key, and its constants in capitals are names.
 */
const NAMES = [
  'API_KEY',
  'SHOP_API_KEY',
  'apiKey',
  'shop_api_key',
  'api-key',
  'ACCESS_TOKEN',
  'accessToken',
  'auth_token',
  'SHOP_TOKEN',
  'token',
  'SECRET_KEY',
  'secretKey',
  'client_secret',
  'CLIENT_SECRET',
  'APP_SECRET',
  'secret',
  'ENCRYPTION_KEY',
  'signing_key',
  'private_key',
  'DB_PASSWORD',
  'dbPassword',
  'password',
];

const FORMS: readonly { readonly path: string; readonly write: (name: string, value: string) => string }[] = [
  { path: 'deploy/app.env', write: (name, value) => `${name}=${value}` },
  { path: 'deploy/run.sh', write: (name, value) => `export ${name}="${value}"` },
  { path: 'config/app.yaml', write: (name, value) => `  ${name}: ${value}` },
  { path: 'config/app.json', write: (name, value) => `  "${name}": "${value}",` },
  { path: 'src/app.py', write: (name, value) => `${name} = "${value}"` },
  { path: 'src/app.ts', write: (name, value) => `const ${name} = '${value}';` },
  { path: 'notes/setup.txt', write: (name, value) => `${name} = ${value}` },
];

/** Values drawn by chance, as generators of keys draw them: what it takes to be one, whatever the name. */
const SHAPES: readonly { readonly alphabet: 'hex' | 'base62' | 'base64url' | 'lowerAlnum'; readonly length: number }[] =
  [
    { alphabet: 'hex', length: 32 },
    { alphabet: 'hex', length: 40 },
    { alphabet: 'hex', length: 64 },
    { alphabet: 'base62', length: 20 },
    { alphabet: 'base62', length: 32 },
    { alphabet: 'base62', length: 40 },
    { alphabet: 'base64url', length: 43 },
    { alphabet: 'lowerAlnum', length: 32 },
  ];

/** What stands for the repository of files that nobody wrote. */
export const DRAWN = '-';

/** Assignments of drawn values to names of credentials: one of each name, form and shape. */
export function* drawnFiles(): Generator<LabelledFile> {
  for (const [index, { path, write }] of FORMS.entries()) {
    const make = exampleMaker(`drawn ${index}`);
    for (const name of NAMES) {
      for (const { alphabet, length } of SHAPES) {
        const value = make(make[alphabet], length);
        const line = write(name, value);
        const bytes = Buffer.from(line);
        const start = line.indexOf(value);
        const span = { start, end: start + value.length };
        const label = { truth: 'T', flags: [] } as const;
        yield { repo: DRAWN, path, bytes, spans: [{ ...span, label, wholeLine: false }] };
      }
    }
  }
}
