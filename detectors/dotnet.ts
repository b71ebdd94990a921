import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

/** A string of C#, F# or Visual Basic; what is built in or looked up is no literal. */
const string = (least: number): string => `@?"[^"\\n]{${least},160}"`;

/** More than the word for it. */
const PASSWORD =
  '"(?!(?:\\w{1,5}[_ -]?)?(?:[Pp]ass(?:[Ww]ord|wd)?|PASSWORD|[Pp]wd|[Ss]ecret)[0-9]{0,3}")(?<secret>[^"\\n]{4,128})"';

/** Logins that .NET programs hand to the class library as literals. */
export const dotnet: readonly Detector[] = [
  {
    id: 'dotnet-network-credential-password',
    title: 'Password in a .NET NetworkCredential',
    provider: '.NET',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['NetworkCredential'],
      pattern: new RegExp(`NetworkCredential\\(\\s{0,40}${string(1)}\\s{0,8},\\s{0,40}@?${PASSWORD}`),
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    rotate:
      'Change the password of the account where it is kept, and read the next one from configuration or a vault, or log in with the identity of the process.',
    docs: 'https://learn.microsoft.com/en-us/dotnet/api/system.net.networkcredential',
    examples: {
      match: (make) => [
        exampleLine('client.Credentials = new NetworkCredential("mailer", "', make(make.base62, 14), '");'),
        exampleLine('New NetworkCredential( "svc", "', make(make.base62, 12), '", "CORP")'),
      ],
      noMatch: () => [
        'new NetworkCredential("user", "password")',
        'new NetworkCredential(user, password)',
        'new NetworkCredential("user", config["Smtp:Password"])',
      ],
    },
  },
  {
    id: 'dotnet-directory-entry-password',
    title: 'Password in a .NET DirectoryEntry',
    provider: '.NET',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['DirectoryEntry'],
      pattern: new RegExp(
        `DirectoryEntry\\(\\s{0,40}(?:${string(0)}|[\\w.]{1,60})\\s{0,8},\\s{0,40}${string(1)}\\s{0,8},\\s{0,40}@?${PASSWORD}`,
      ),
      proof: 'context',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    rotate:
      'Change the password of the directory account and bind with the identity of the process, or with a login from a vault.',
    docs: 'https://learn.microsoft.com/en-us/dotnet/api/system.directoryservices.directoryentry',
    examples: {
      match: (make) => [
        exampleLine('new DirectoryEntry("LDAP://dc1.corp", "svc-web", "', make(make.base62, 14), '")'),
        exampleLine('new DirectoryEntry(path, "svc-web", "', make(make.base62, 14), '", AuthenticationTypes.Secure)'),
      ],
      noMatch: () => [
        'new DirectoryEntry("LDAP://dc1.corp", user, password)',
        'new DirectoryEntry("LDAP://dc1.corp", "user", "password")',
      ],
    },
  },
];
