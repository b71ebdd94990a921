const EXAMPLE_FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  'testdata',
  'spec',
  'specs',
  'fixtures',
  '__fixtures__',
  'mocks',
  '__mocks__',
  'example',
  'examples',
  'sample',
  'samples',
  'demo',
  'docs',
  'doc',
  'e2e',
  'testing',
  'stubs',
  'acceptance',
  't',
]);
/** `dockerTest`, `jvmTest`, `testFixtures`, `smoke-test`. */
const EXAMPLE_FOLDER = /^(?:[a-z][A-Za-z]*Tests?|test[A-Z]\w*|[\w-]+-tests?)$/;
const EXAMPLE_NAME =
  /(?:[._-](?:test|spec|example|sample|mock|fixture)s?[._-]|_test\.\w+$|\.(?:md|rst|adoc)$|(?:^|\/)test_)/i;
const CLASS_OF_TESTS = /[a-z]Tests?\.(?:java|kts?|scala|groovy|cs|fs|vb|php|swift)$/;

/** Whether a path says that the file is for tests, examples or reading. Lowers a rating; never hides anything. */
export function isExamplePath(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return (
    folders.some((folder) => EXAMPLE_FOLDERS.has(folder.toLowerCase()) || EXAMPLE_FOLDER.test(folder)) ||
    EXAMPLE_NAME.test(`/${name}`) ||
    CLASS_OF_TESTS.test(name)
  );
}
