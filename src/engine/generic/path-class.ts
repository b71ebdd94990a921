/** What kind of text a path suggests, as far as the judgement of assignments depends on it. */
export interface PathClass {
  /**
   * `code`: a value without quotes is an expression. `lock`: written by package managers, full of checksums.
   * `translation`: texts for people, in one language.
   */
  readonly kind: 'code' | 'config' | 'prose' | 'lock' | 'translation';
  /** Test, example, fixture or documentation folder. */
  readonly example: boolean;
}

const CODE =
  /\.(?:[cm]?[jt]sx?|py|pyi|java|kts?|scala|groovy|gradle|go|rs|c|cc|cpp|cxx|h|hh|hpp|m|mm|cs|fs|vb|rb|erb|php|swift|dart|lua|pl|pm|ex|exs|erl|hs|clj|cljs|jl|r|vue|svelte|html?|css|s[ac]ss|less|sol|zig|nim|v|sv|proto|graphql)$/i;
const PROSE = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|tex|org)$/i;
const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|go\.sum|cargo\.lock|poetry\.lock|composer\.lock|gemfile\.lock|pipfile\.lock|flake\.lock|packages\.lock\.json|podfile\.lock)$/i;
/** `locales/de.json`, `messages_pt_BR.properties`, `values-fr/strings.xml`, `Resources.de.resx`. */
const TRANSLATION =
  /(?:^|[/_.-])(?:locales?|i18n|l10n|langs?|languages?|translations?|messages|values-[a-z]{2}(?:-r[A-Z]{2})?)(?:[/_.-].*)?\.(?:jsonc?|json5|ya?ml|properties|xml|strings|toml|ini)$|\.(?:po|pot|arb|ftl|xlf|xliff)$|\.[a-z]{2}(?:-[A-Z]{2})?\.resx$/;
/** The same as code: `lang/nl/auth.php`, `i18n/pt-BR.ts`. */
const TRANSLATION_IN_CODE =
  /(?:^|\/)(?:locales?|i18n|l10n|langs?|languages?|translations?|messages)\/(?:[\w-]+\/){0,3}[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:\/[\w-]+)?\.(?:php|[cm]?[jt]s|py|rb)$/;
const EXAMPLE =
  /(?:^|[/_.-])(?:tests?|specs?|testdata|testing|mocks?|fixtures?|examples?|samples?|demos?|docs?|documentation|guides?|tutorials?|__tests__|stubs?)(?:[/_.-]|$)/i;
/** `t/` of Perl; `dockerTest/`, `jvmTest/`, `testFixtures/` and `TokenTests.java` of languages that run words together. */
const EXAMPLE_IN_ONE_WORD =
  /(?:^|\/)(?:t|[a-z][A-Za-z]*Tests?|test[A-Z]\w*)\/|[a-z]Tests?\.(?:java|kts?|scala|groovy|cs|fs|vb|php|swift)$/;

/** Every class there is. */
export const PATH_CLASSES: readonly PathClass[] = (['code', 'config', 'prose', 'lock', 'translation'] as const).flatMap(
  (kind) => [
    { kind, example: false },
    { kind, example: true },
  ],
);

/** Index of a path's class; the path is relative to its source. Never used to drop anything by folder, only to weigh it. */
export function pathClass(path: string): number {
  const kind = kindOf(path);
  const example = EXAMPLE.test(path) || EXAMPLE_IN_ONE_WORD.test(path);
  return PATH_CLASSES.findIndex((each) => each.kind === kind && each.example === example);
}

function kindOf(path: string): PathClass['kind'] {
  if (LOCK.test(path)) return 'lock';
  if (TRANSLATION.test(path) || TRANSLATION_IN_CODE.test(path)) return 'translation';
  if (CODE.test(path)) return 'code';
  return PROSE.test(path) ? 'prose' : 'config';
}
