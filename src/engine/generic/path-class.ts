/** What kind of text a path suggests, as far as the judgement of assignments depends on it. */
export interface PathClass {
  /** `code`: a value without quotes is an expression. `lock`: written by package managers, full of checksums. */
  readonly kind: 'code' | 'config' | 'prose' | 'lock';
  /** Test, example, fixture or documentation folder. */
  readonly example: boolean;
}

const CODE =
  /\.(?:[cm]?[jt]sx?|py|pyi|java|kts?|scala|groovy|gradle|go|rs|c|cc|cpp|cxx|h|hh|hpp|m|mm|cs|fs|vb|rb|erb|php|swift|dart|lua|pl|pm|ex|exs|erl|hs|clj|cljs|jl|r|vue|svelte|html?|css|s[ac]ss|less|sol|zig|nim|v|sv|proto|graphql)$/i;
const PROSE = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|tex|org)$/i;
const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|go\.sum|cargo\.lock|poetry\.lock|composer\.lock|gemfile\.lock|pipfile\.lock|flake\.lock|packages\.lock\.json|podfile\.lock)$/i;
const EXAMPLE =
  /(?:^|[/_.-])(?:tests?|specs?|testdata|testing|mocks?|fixtures?|examples?|samples?|demos?|docs?|tutorials?|__tests__|stubs?)(?:[/_.-]|$)/i;
/** `t/` of Perl; `dockerTest/`, `jvmTest/`, `testFixtures/` and `TokenTests.java` of languages that run words together. */
const EXAMPLE_IN_ONE_WORD =
  /(?:^|\/)(?:t|[a-z][A-Za-z]*Tests?|test[A-Z]\w*)\/|[a-z]Tests?\.(?:java|kts?|scala|groovy|cs|fs|vb|php|swift)$/;

/** Every class there is. */
export const PATH_CLASSES: readonly PathClass[] = (['code', 'config', 'prose', 'lock'] as const).flatMap((kind) => [
  { kind, example: false },
  { kind, example: true },
]);

/** Index of a path's class; the path is relative to its source. Never used to drop anything by folder, only to weigh it. */
export function pathClass(path: string): number {
  const kind = LOCK.test(path) ? 'lock' : CODE.test(path) ? 'code' : PROSE.test(path) ? 'prose' : 'config';
  const example = EXAMPLE.test(path) || EXAMPLE_IN_ONE_WORD.test(path);
  return PATH_CLASSES.findIndex((each) => each.kind === kind && each.example === example);
}
