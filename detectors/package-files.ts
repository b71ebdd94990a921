import type { Detector } from '../src/model/detector.ts';

const plausible: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'not-everyday' },
  { check: 'entropy', min: 2.5 },
];

/** Passwords and tokens in the files of package managers. */
export const packageFiles: readonly Detector[] = [
  {
    id: 'yarn-auth-ident',
    title: 'Password in a Yarn configuration',
    provider: 'Yarn',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['npmAuthIdent'],
      pattern: /npmAuthIdent:[ \t]{1,8}["']?[^\s"':${}]{1,100}:(?<secret>[^\s"'${}]{4,256})/,
      proof: 'context',
    },
    checks: plausible,
    rotate: 'Change the password at the registry, and read it from the environment: `npmAuthToken: "${NPM_TOKEN}"`.',
    docs: 'https://yarnpkg.com/configuration/yarnrc#npmAuthIdent',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 18);
        return [{ text: `npmAuthIdent: "deploy:${secret}"`, secret, path: '.yarnrc.yml' }];
      },
      noMatch: () => ['npmAuthIdent: "${NPM_USER}:${NPM_PASSWORD}"', 'npmAuthIdent: "user:<your-password>"'],
    },
  },
  {
    id: 'composer-auth-token',
    title: 'Token in Composer’s auth.json',
    provider: 'Composer',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['"gitlab-token"', '"gitlab-oauth"', '"github-oauth"', '"bearer"'],
      pattern:
        /"(?:git(?:lab|hub)-(?:token|oauth)|bearer)"\s{0,4}:\s{0,4}\{\s{0,40}"[\w.:-]{3,120}"\s{0,4}:\s{0,4}"(?<secret>[^\s"\\${}<>]{12,512})"/,
      maxLength: 900,
      proof: 'context',
      paths: /(?:^|\/)(?:auth|composer)\.json$/,
      multiLine: true,
    },
    checks: plausible,
    rotate: 'Revoke the token at the host it is for, and give the new one to Composer in `COMPOSER_AUTH`.',
    docs: 'https://getcomposer.org/doc/articles/authentication-for-private-packages.md',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 24);
        return [{ text: `{"gitlab-token": {\n  "gitlab.shop.io": "${secret}"\n}}`, secret, path: 'auth.json' }];
      },
      noMatch: (make) => [
        { text: '{"github-oauth": {"github.com": "<your-token>"}}', path: 'auth.json' },
        { text: `{"bearer": {"repo.shop.io": "${make(make.base62, 24)}"}}`, path: 'src/app.json' },
      ],
    },
  },
  {
    id: 'bundler-source-password',
    title: 'Password of a gem source in Bundler’s configuration',
    provider: 'Bundler',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['BUNDLE_'],
      pattern:
        /(?<!\w)BUNDLE_[A-Z0-9_]{2,100}__[A-Z0-9_]{2,40}(?:: {1,4}|=)["']?[\w.@%+-]{1,100}:(?!x-oauth-basic)(?<secret>[^\s"'${}/<>]{4,256})["']?(?!\S)/,
      proof: 'context',
    },
    checks: plausible,
    rotate:
      'Change the password or token at the gem server, and set it with `bundle config --global` or the environment.',
    docs: 'https://bundler.io/man/bundle-config.1.html#CREDENTIALS-FOR-GEM-SOURCES',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 18);
        return [{ text: `BUNDLE_GEMS__SHOP__IO: "deploy:${secret}"`, secret, path: '.bundle/config' }];
      },
      noMatch: () => [
        'BUNDLE_GEMS__SHOP__IO: "${GEM_USER}:${GEM_PASSWORD}"',
        'BUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG/: "https://mirror.shop.io"',
        'BUNDLE_GEMS__SHOP__IO: "user:<password>"',
      ],
    },
  },
  {
    id: 'conda-channel-token',
    title: 'Token in the address of a conda channel',
    provider: 'Anaconda',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['/t/'],
      pattern: /https?:\/\/[\w.:-]{3,120}\/t\/(?<secret>[\w-]{12,200})\//,
      lookBehind: 130,
      proof: 'context',
      paths: /(?:condarc|environment[\w.-]{0,40}\.ya?ml|conda[\w.-]{0,40}\.(?:ya?ml|txt|lock)|Dockerfile)$/,
    },
    checks: [...plausible, { check: 'mixed', classes: 'ld' }],
    rotate: 'Revoke the token in the channel’s server (anaconda.org: Settings, Access), and use `anaconda login`.',
    docs: 'https://docs.conda.io/projects/conda/en/stable/user-guide/configuration/settings.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 30);
        return [{ text: `  - https://conda.shop.io/t/${secret}/main`, secret, path: '.condarc' }];
      },
      noMatch: (make) => [
        { text: '  - https://conda.shop.io/t/<TOKEN>/main', path: '.condarc' },
        `https://shop.io/t/${make(make.base62, 30)}/main`,
      ],
    },
  },
];
