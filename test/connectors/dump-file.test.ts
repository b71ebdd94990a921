import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonDump } from '../../src/connectors/dump-file.ts';
import { locateJsonError } from '../../src/connectors/json-error.ts';
import { savedFile } from './saved-file.ts';

test('reads JSON and tells the digest of its bytes', async () => {
  const dump = await readJsonDump(await savedFile('{"a":[1,true,null]}'));
  expect(dump).toEqual({
    value: { a: [1, true, null] },
    text: '{"a":[1,true,null]}',
    digest: '6d1592667f338d1cf0afe1c2e2371acf5781539b63e7762fa0f64c1fe355713b',
  });
});

test.each([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFF{"name":"Zürich"}')],
  ['UTF-16 as PowerShell writes it', Buffer.from('\uFEFF{"name":"Zürich"}', 'utf16le')],
  ['big-endian UTF-16', Buffer.from('\uFEFF{"name":"Zürich"}', 'utf16le').swap16()],
])('reads %s', async (_, bytes) => {
  expect((await readJsonDump(await savedFile(bytes))).value).toEqual({ name: 'Zürich' });
});

test.each([
  ['a cut-off object', '{"users": [{"name": "a"},', 'ends in the middle, at line 1 column 26'],
  ['a cut-off string', '{"users": "abc', 'ends in the middle, at line 1 column 11'],
  ['an error on a later line', '{\n  "a": 1,\n  "b": }\n', 'is not JSON: line 3 column 8'],
  ['text after the document', '{} {}', 'is not JSON: line 1 column 4'],
  ['no text at all', ' \n', 'is empty'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'is not valid UTF-8'],
])('%s is an error that says where', async (_, content, message) => {
  await expect(readJsonDump(await savedFile(content))).rejects.toMatchObject({
    code: 'BITTING_E_DUMP_INVALID',
    exitCode: 3,
    message: expect.stringContaining(message),
  });
});

test('an error quotes nothing of the file', async () => {
  const value = ['hunter', '2', 'hunter'].join('');
  const error: unknown = await readJsonDump(await savedFile(`{"password": ${value}}`)).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'BITTING_E_DUMP_INVALID' });
  expect(JSON.stringify(error, ['message', 'cause', 'stack'])).not.toContain(value);
});

test('a file above the limit is refused before it is read', async () => {
  await expect(readJsonDump(await savedFile(`"${'a'.repeat(2000)}"`), 1000)).rejects.toMatchObject({
    code: 'BITTING_E_DUMP_INVALID',
    message: expect.stringContaining('larger than'),
  });
});

// Files of /proc have the size 0 and hold more, as a file does that grows while it is read.
test.skipIf(process.platform !== 'linux')('a file that grows above the limit is refused too', async () => {
  await expect(readJsonDump('/proc/cpuinfo', 10)).rejects.toMatchObject({
    code: 'BITTING_E_DUMP_INVALID',
    message: expect.stringContaining('larger than'),
  });
});

test('a missing file and a folder are errors with exit code 3', async () => {
  const path = await savedFile('{}');
  await expect(readJsonDump(`${path}.not`)).rejects.toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
  await expect(readJsonDump(dirname(path))).rejects.toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
});

test('every cut of a document is found where it was cut, and no cut is taken for whole', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, seed) => {
      const text = JSON.stringify([value]);
      const cut = text.slice(0, seed % text.length);
      expect(() => JSON.parse(cut)).toThrow();
      const error = locateJsonError(cut);
      expect(error.line).toBe(1);
      expect(error.column).toBeLessThanOrEqual(cut.length + 1);
    }),
  );
});

test('a character that the grammar does not allow is found at its place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = `[\n${JSON.stringify(value)}\n§]`;
      expect(locateJsonError(text)).toEqual({ line: 3, column: 1, truncated: false });
    }),
  );
});
