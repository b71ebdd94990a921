import { describe, expect, it } from 'vitest';
import { readCase } from './support.ts';
import type { FormatCase } from './support.ts';

/** Files that tell package managers and servers of packages who asks. */
const CASES: readonly FormatCase[] = [
  [
    '.npmrc',
    'web/.npmrc',
    ({ hit, random }) => `//npm.shop.io/:_authToken=${hit(random())}\nalways-auth=true\nemail=ops@shop.io\n`,
  ],
  [
    '.npmrc with a password in base64',
    '.npmrc',
    ({ hit64, human }) => `//npm.shop.io/:username=deploy\n//npm.shop.io/:_password=${hit64(human())}\n`,
  ],
  [
    '.npmrc that reads the environment',
    '.npmrc',
    () => '//npm.shop.io/:_authToken=${NPM_TOKEN}\n//npm.shop.io/:_password=${NPM_PASSWORD}\n',
  ],
  [
    '.yarnrc.yml',
    '.yarnrc.yml',
    ({ hit, random }) =>
      `npmScopes:\n  shop:\n    npmRegistryServer: "https://npm.shop.io"\n    npmAlwaysAuth: true\n    npmAuthToken: ${hit(random())}\n`,
  ],
  ['.yarnrc.yml with user and password', '.yarnrc.yml', ({ hit, human }) => `npmAuthIdent: "deploy:${hit(human())}"\n`],
  [
    '.yarnrc.yml that reads the environment',
    '.yarnrc.yml',
    () => 'npmAuthToken: "${NPM_TOKEN}"\nnpmAuthIdent: "${NPM_IDENT:-}"\n',
  ],
  [
    '.pypirc',
    '.pypirc',
    ({ hit, human }) =>
      `[distutils]\nindex-servers = shop\n\n[shop]\nrepository = https://pypi.shop.io\nusername = deploy\npassword = ${hit(human())}\n`,
  ],
  [
    'pip.conf',
    'pip.conf',
    ({ hit, random }) => `[global]\nextra-index-url = https://deploy:${hit(random())}@pypi.shop.io/simple\n`,
  ],
  [
    'requirements.txt',
    'requirements.txt',
    () => '--extra-index-url https://${PIP_USER}:${PIP_PASSWORD}@pypi.shop.io/simple\nflask==3.0.0 --hash=sha256:aa\n',
  ],
  [
    'poetry auth.toml',
    'auth.toml',
    ({ hit, human }) => `[http-basic.shop]\nusername = "deploy"\npassword = "${hit(human())}"\n`,
  ],
  [
    'netrc over lines',
    '_netrc',
    ({ hit, random }) => `machine git.shop.io\n  login deploy\n  password ${hit(random())}\n`,
  ],
  [
    'netrc with an account and a comment',
    '.netrc',
    ({ hit, human }) =>
      `machine ftp.shop.io login deploy account shop password ${hit(human())}\ndefault login anonymous password user@site\n`,
  ],
  [
    'netrc whose password comes first',
    '.netrc',
    ({ hit, human }) => `machine ftp.shop.io password ${hit(human())} login deploy\n`,
  ],
  ['netrc for all other machines', '.netrc', ({ hit, human }) => `default login deploy password ${hit(human())}\n`],
  [
    'Maven settings',
    '.m2/settings.xml',
    ({ hit, human }) =>
      `<settings><servers><server>\n  <id>shop</id>\n  <username>deploy</username>\n  <password>${hit(human())}</password>\n</server></servers></settings>`,
  ],
  [
    'Maven settings over lines',
    'settings.xml',
    ({ hit, human }) => `<server>\n  <id>shop</id>\n  <password>\n    ${hit(human())}\n  </password>\n</server>`,
  ],
  [
    'Maven settings, encrypted',
    '.m2/settings.xml',
    ({ base64, random }) => `<server><username>deploy</username><password>{${base64(random())}}</password></server>`,
  ],
  [
    'Gradle properties',
    'gradle.properties',
    ({ hit, human }) => `shopMavenUser=deploy\nshopMavenPassword=${hit(human())}\norg.gradle.jvmargs=-Xmx2g\n`,
  ],
  [
    'NuGet.Config',
    'NuGet.Config',
    ({ hit, human }) =>
      `<packageSourceCredentials><shop>\n  <add key="Username" value="deploy" />\n  <add key="ClearTextPassword" value="${hit(human())}" />\n</shop></packageSourceCredentials>`,
  ],
  [
    'Composer auth.json',
    'auth.json',
    ({ hit, human }) => `{"http-basic": {"repo.shop.io": {"username": "deploy", "password": "${hit(human())}"}}}`,
  ],
  [
    'Composer auth.json of GitLab',
    'auth.json',
    ({ hit, random }) =>
      `{\n  "gitlab-token": {\n    "gitlab.shop.io": "${hit(random())}"\n  },\n  "bearer": {\n    "repo.shop.io": "${hit(random())}"\n  }\n}`,
  ],
  [
    'Bundler',
    '.bundle/config',
    ({ hit, human }) =>
      `---\nBUNDLE_GEMS__SHOP__IO: "deploy:${hit(human())}"\nBUNDLE_PATH: "vendor/bundle"\nBUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG/: "https://mirror.shop.io"\n`,
  ],
  [
    'Cargo',
    '.cargo/credentials.toml',
    ({ hit, random }) =>
      `[registry]\ntoken = "${hit(random())}"\n\n[registries.shop]\ntoken = "Bearer ${hit(random())}"\n`,
  ],
  [
    'Go, sbt',
    '.sbt/credentials',
    ({ hit, human }) =>
      `realm=Sonatype Nexus Repository Manager\nhost=nexus.shop.io\nuser=deploy\npassword=${hit(human())}\n`,
  ],
  [
    '.condarc',
    '.condarc',
    ({ hit, random }) => `channels:\n  - https://conda.shop.io/t/${hit(random())}/main\n  - defaults\n`,
  ],
  ['git credentials', '.git-credentials', ({ hit, random }) => `https://deploy:${hit(random())}@git.shop.io\n`],
  [
    'gh',
    '.config/gh/hosts.yml',
    ({ hit, random }) =>
      `github.com:\n    user: deploy\n    oauth_token: gho_\n    git_protocol: https\ngit.shop.io:\n    oauth_token: ${hit(random())}\n`,
  ],
  [
    'glab',
    '.config/glab-cli/config.yml',
    ({ hit, random }) =>
      `hosts:\n  gitlab.shop.io:\n    token: ${hit(random())}\n    api_host: gitlab.shop.io\n    git_protocol: ssh\n`,
  ],
];

describe('files of package managers', () => {
  it.each(CASES)('%s', (...each) => {
    const { wanted, found } = readCase(each);
    expect(found).toEqual(wanted);
  });
});
