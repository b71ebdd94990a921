import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const nuget: readonly Detector[] = [
  {
    id: 'nuget-api-key',
    title: 'NuGet API key',
    provider: 'NuGet',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['oy2'],
      pattern: token(/oy2[a-p][0-9a-z]{15}[aq][0-9a-z]{11}[eu][bdfhjlnprtvxz357][a-p][0-9a-z]{11}[aeimquy4]/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Delete it at nuget.org under API Keys; publish with trusted publishing instead.',
    docs: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package#create-an-api-key',
    examples: {
      match: (make) => {
        const part = (length: number) => make(make.lowerAlnum, length);
        return [exampleLine('dotnet nuget push -k ', `oy2c${part(15)}q${part(11)}ubd${part(11)}4`)];
      },
      noMatch: (make) => [`-k oy2${'x'.repeat(43)}`, `-k oy2c${make(make.lowerAlnum, 20)}`],
    },
  },
  {
    id: 'nuget-config-password',
    title: 'Password in nuget.config',
    provider: 'NuGet',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['ClearTextPassword'],
      pattern: /ClearTextPassword["']\s{1,8}value\s?=\s?["'](?<secret>[^"'%$\s]{3,200})["']/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Change it at the feed, and read it from the environment: `value="%NUGET_PASSWORD%"`.',
    docs: 'https://learn.microsoft.com/en-us/nuget/reference/nuget-config-file#packagesourcecredentials',
    examples: {
      match: (make) => [exampleLine('<add key="ClearTextPassword" value="', make(make.base62, 20), '" />')],
      noMatch: () => [
        '<add key="ClearTextPassword" value="%NUGET_PASSWORD%" />',
        '<add key="ClearTextPassword" value="xxxxxxxxxxxx" />',
      ],
    },
  },
  ...provider('NuGet', [
    {
      id: 'nuget-api-key-older',
      title: 'NuGet API key (older form, and of other feeds)',
      kind: 'api-key',
      identity: 'user',
      severity: 'high',
      names: ['nuget api', 'nuget key', 'nuget token'],
      value: [uuid],
      rotate:
        'Delete it at nuget.org under API Keys, or in the settings of the feed it pushes to; nuget.org hands out keys that expire now.',
      docs: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package#create-an-api-key',
    },
  ]),
];
