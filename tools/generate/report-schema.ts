import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * JSON Schema (draft 07) of `report.json`, from the type `Report` and its docstrings.
 *
 * @param root - URL of the repository's root, ending with `/`
 */
export function buildReportSchema(root: URL): string {
  const generated = createGenerator({
    path: fileURLToPath(new URL('src/model/report.ts', root)),
    tsconfig: fileURLToPath(new URL('tsconfig.json', root)),
    type: 'Report',
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
    sortProps: true,
  }).createSchema('Report');
  const { $schema: draft = DRAFT, description, definitions, ...rest } = generated;
  const schema = {
    $schema: draft,
    $id: 'urn:bitting:schema:report-1',
    title: 'Bitting audit report, format 1.1',
    description,
    version: '1.1',
    ...rest,
    definitions,
  };
  // Docstrings name other types with {@link Name}; a reader of the schema has no links to follow.
  return `${JSON.stringify(schema, null, 2).replaceAll(/\{@link\s+(\w+)\s*\}/g, '$1')}\n`;
}
