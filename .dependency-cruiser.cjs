/** The import rule of ARCHITECTURE.md. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|detectors|reporters|bin|test|fixtures|bench|tools)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-imports-cli',
      severity: 'error',
      from: { pathNot: '^(src/cli|bin|test|fixtures)/' },
      to: { path: '^src/cli/' },
    },
    only('model-alone', '^src/model/', '^src/model/'),
    only('detectors-see-the-model', '^detectors/', '^(detectors|src/model)/'),
    only('reporters-see-the-model', '^reporters/', '^(reporters|src/model|schema)/'),
    only('kernel-below', '^src/kernel/', '^src/(kernel|model)/'),
    only('archive', '^src/archive/', '^src/(archive|model)/'),
    only('engine-below', '^src/engine/', '^src/(engine|kernel|model)/'),
    only('git-below', '^src/git/', '^src/(git|kernel|model)/'),
    only('history', '^src/history/', '^src/(history|sources|archive|git|engine|kernel|model)/'),
    only('sources', '^src/sources/', '^src/(sources|history|archive|git|engine|kernel|model)/'),
    only('ci', '^src/ci/', '^src/(ci|model)/'),
    only('connectors', '^src/connectors/', '^src/(connectors|model)/'),
    only('graph', '^src/graph/', '^src/(graph|model)/'),
    only('analysis-sees-the-graph', '^src/analysis/', '^src/(analysis|graph|model)/'),
    only('suppression', '^src/suppression/', '^src/(suppression|analysis|graph|model)/'),
    only('config', '^src/config/', '^src/(config|model)/'),
    only('store', '^src/store/', '^src/(store|model)/'),
    only('audit', '^src/audit/', '^(src/(?!cli/)|detectors/)'),
    only('cli', '^src/cli/', '^(src|detectors|reporters)/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
