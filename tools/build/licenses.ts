import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Metafile } from 'esbuild';

/** Licences under which code may be bundled: each asks for no more than its text and the notices. */
const ALLOWED = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']);

/**
 * Licences of the packages whose code stands in a bundle, as one text.
 *
 * @param root Folder that the bundle's inputs are relative to.
 * @throws Error when a package may not be bundled under its licence, or does not say under which it stands.
 */
export function thirdPartyLicenses({ outputs }: Metafile, root: string): string {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(
    inputs.flatMap((input) => /^(?![\w-]+:).*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const sections = [...folders].sort().map((folder) => licenseOf(join(root, folder)));
  return `Bitting contains code of the packages below, each under its own licence.\n\n${sections.join('\n')}`;
}

function licenseOf(folder: string): string {
  const { name, version, license, homepage = '' } = readManifest(join(folder, 'package.json'));
  if (!ALLOWED.has(license)) throw new Error(`${name} stands under "${license}": it may not be bundled.`);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const title = [`${name} ${version}`, license, homepage].filter((part) => part !== '').join(' · ');
  return `${'='.repeat(80)}\n${[title, ...texts].join('\n\n')}\n`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly homepage?: string;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
