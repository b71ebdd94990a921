import { availableParallelism } from 'node:os';

import { Argument, Command, InvalidArgumentError, Option } from 'commander';

import { VERSION } from '../version.ts';
import type { ImportTool } from './import.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets besides its options. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Where a command leaves its exit code. */
  readonly outcome: { exitCode: number };
}

/** The codes of docs/exit-codes.md that a command can end with, for its help. */
function exitCodes(own: Readonly<Record<number, string>>): string {
  const common = { 2: 'usage or configuration is wrong', 4: 'internal error', 130: 'interrupted' };
  const rows = Object.entries({ ...own, ...common }).map(([code, what]) => `  ${code.padEnd(3)} ${what}`);
  return `\nExit codes:\n${rows.join('\n')}`;
}

const EXIT_CODES = exitCodes({
  0: 'clean, and everything asked for was read',
  1: 'findings at or above --fail-on',
  3: 'something asked for could not be read, and no finding at or above --fail-on',
});

const DONE_CODES = exitCodes({ 0: 'done' });

const COLLECT_CODES = exitCodes({
  0: 'collected; what was refused stands in the dump and in the coverage of the audit that reads it',
  3: 'nothing could be collected',
});

/** All commands with their help. Each loads its work only when it runs, so that help is quick. */
export function buildProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('bitting')
    .description(
      'Finds the keys an organisation has left outside its vaults, works out which identity each belongs to, what ' +
        'that identity can do, and who shares it. Reads only; offline unless a command says otherwise.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showHelpAfterError('(run with --help for examples)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHelpWidth: () => terminal.width })
    .addHelpText(
      'after',
      `
Start here:
  bitting audit .                          audit this repository with its whole history
  bitting init ~/work/org > bitting.yaml   propose which domain each repository belongs to
  bitting check --staged                   in a commit hook: only what the change adds
${EXIT_CODES}`,
    );
  program.addCommand(auditCommand(context));
  program.addCommand(checkCommand(context));
  program.addCommand(collectCommand(context));
  program.addCommand(initCommand(context));
  program.addCommand(importCommand(context));
  program.addCommand(reportCommand(context));
  program.addCommand(detectorsCommand(context));
  program.addCommand(explainCommand(context));
  return program;
}

/** A subcommand with the settings that commander does not pass down to commands added ready-made. */
function command(name: string, summary: string, { terminal }: CommandContext): Command {
  return new Command(name)
    .description(summary)
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .showHelpAfterError(`(run bitting ${name} --help for examples)`)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHelpWidth: () => terminal.width });
}

function auditCommand(context: CommandContext): Command {
  return command('audit', 'Audit folders, repositories with their history, and cloud dumps; write the report.', context)
    .argument('[target...]', 'folders, files, repositories, a folder full of repositories, or - for standard input')
    .option('-o, --out <dir>', 'folder for the reports', 'bitting-report')
    .addOption(formatOption('html,json,sarif'))
    .option('--no-history', 'read the work tree only, not the history')
    .option('--no-archives', 'do not look into archives and compressed files')
    .option('--aws-dump <file>', 'IAM dump or credential report of an AWS account; may be repeated', collect, [])
    .option('--azure-dump <file>', 'Key Vault dump; may be repeated', collect, [])
    .option('--github-dump <file>', 'GitHub dump; may be repeated', collect, [])
    .option('-c, --config <file>', 'bitting.yaml with domains; never taken from a scanned folder by itself')
    .addOption(detectorsOption())
    .option('--include <glob>', 'read only paths that match; may be repeated', collect, [])
    .option('--exclude <glob>', 'leave out paths that match; may be repeated', collect, [])
    .option('--gitignore', 'leave out what .gitignore files ignore (by default it is read: secrets hide there)')
    .addOption(failOnOption())
    .addOption(jobsOption())
    .addOption(keyFileOption())
    .addOption(exceptionsOption())
    .addOption(baselineOption())
    .option(
      '--write-baseline <file>',
      'write what was found as a baseline; later runs with --baseline tell what is new',
    )
    .option(
      '--store <dir>',
      'folder that keeps what was read of histories, so that the next run reads only what is new ' +
        '(default: $BITTING_STORE; without it nothing is kept)',
    )
    .option('--paranoid', 'scan the history twice, by what changed and whole, and tell any difference')
    .option('--profile', 'at the end, print on standard error where the time went')
    .option('-q, --quiet', 'no progress and no summary, only the exit code and errors')
    .addHelpText(
      'after',
      `
Examples:
  bitting audit .                                         this repository, work tree and whole history
  bitting audit ~/checkouts --config bitting.yaml         a folder full of repositories, by domain
  bitting audit app --aws-dump gaad.json --aws-dump credential-report.csv
                                                          join keys in code to IAM users and what they can do
  bitting audit --aws-dump gaad.json                      an account alone
  tar -xOf logs.tar | bitting audit -                     standard input
  bitting audit . --no-history --fail-on high --format json
  bitting audit . --detectors acme.yaml                   look for tokens of your own, too
  bitting audit . --paranoid                              twice, to prove that nothing was missed for speed
  bitting audit . --profile --quiet                       where the time went, and nothing else
  bitting audit . --write-baseline baseline.json          begin with what is there …
  bitting audit . --baseline baseline.json                … and fail for what is new
  bitting audit . --exceptions accepted.yaml              without what was accepted until a day

Nothing here uses the network. Dumps come from \`bitting collect\` or the provider's own command line:
  aws iam get-account-authorization-details > gaad.json
${EXIT_CODES}`,
    )
    .action(async (targets: string[], options: object) => {
      const { audit } = await import('./audit.ts');
      await audit(targets, options, context);
    });
}

function checkCommand(context: CommandContext): Command {
  return command('check', 'Report what a change adds: for commit hooks and pull requests.', context)
    .option('--staged', 'what is staged, against HEAD')
    .option('--base <ref>', 'every commit since the merge base with this ref, so that added and deleted is seen too')
    .option('--head <ref>', 'with --base: the end of the range (default: HEAD)')
    .option('-C, --repo <dir>', 'repository to look at', '.')
    .addOption(
      new Option('-f, --format <name>', 'what to print: text, json, or github for workflow annotations').choices([
        'text',
        'json',
        'github',
      ]),
    )
    .option('--sarif <file>', 'also write a SARIF 2.1.0 file')
    .option('-c, --config <file>', 'bitting.yaml with domains')
    .addOption(detectorsOption())
    .addOption(failOnOption())
    .addOption(keyFileOption())
    .addOption(exceptionsOption())
    .addOption(baselineOption())
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      `
Examples:
  bitting check --staged                                  .git/hooks/pre-commit
  bitting check --base origin/main                        a branch before it is pushed
  bitting check --base origin/main --sarif bitting.sarif  in CI; annotations appear by themselves on GitHub Actions
  bitting check --staged --baseline baseline.json         without what was known before

A comment \`bitting:allow\` on a line sets aside what stands on it; it is told all the same: docs/suppression.md.

A checkout in CI needs the base commit: with actions/checkout, fetch-depth: 0.
${EXIT_CODES}`,
    )
    .action(async (options: object) => {
      const { check } = await import('./check.ts');
      await check(options, context);
    });
}

function collectCommand(context: CommandContext): Command {
  const parent = command('collect', 'Save what a cloud or GitHub says of its identities. Uses the network.', context);
  const provider = (name: string, summary: string, examples: string): Command =>
    command(name, summary, context)
      .option('-o, --out <file>', 'dump to write', `bitting-${name}.json`)
      .option('-q, --quiet', 'no progress')
      .addHelpText('after', `\n${examples}\n${COLLECT_CODES}`);
  const run = (name: 'aws' | 'azure' | 'github') => async (options: object) => {
    const { collectDump } = await import('./collect.ts');
    await collectDump(name, options, context);
  };
  parent.addCommand(
    provider(
      'aws',
      'IAM users, roles, policies, keys and their use, through the default credential chain.',
      'Example:\n  AWS_PROFILE=audit bitting collect aws --out aws.json\n  bitting audit . --aws-dump aws.json\n\nPermissions needed and hosts contacted: docs/collect-aws.md',
    )
      .option('--profile <name>', 'profile of the AWS configuration')
      .option('--region <name>', 'region for signing (IAM is global)')
      .option('--endpoint <url>', 'another endpoint, such as an emulator on this machine')
      .action(run('aws')),
  );
  parent.addCommand(
    provider(
      'azure',
      'Key Vaults of a subscription: settings, readers, names and dates of what they hold, never values.',
      'Example:\n  bitting collect azure --subscription 00000000-0000-0000-0000-000000000000\n\nPermissions needed and hosts contacted: docs/collect-azure.md',
    )
      .requiredOption('--subscription <id>', 'subscription to read')
      .option('--endpoint <url>', 'another Azure Resource Manager endpoint')
      .action(run('azure')),
  );
  parent.addCommand(
    provider(
      'github',
      'Repositories, deploy keys, secret scopes, apps and collaborators; token from GITHUB_TOKEN or GH_TOKEN.',
      'Example:\n  GITHUB_TOKEN=… bitting collect github --org my-company\n\nPermissions needed and hosts contacted: docs/collect-github.md',
    )
      .option('--org <name>', 'all repositories of an organisation')
      .option('--user <name>', 'all repositories of a user')
      .option('--repo <owner/name>', 'one repository; may be repeated', collect, [])
      .option('--endpoint <url>', 'API of GitHub Enterprise Server')
      .action(run('github')),
  );
  return parent;
}

function initCommand(context: CommandContext): Command {
  return command('init', 'Propose a bitting.yaml from the names and dependencies of what is here; print it.', context)
    .argument('[target...]', 'folders or a folder full of repositories', ['.'])
    .option('-o, --out <file>', 'write it to a file that does not exist yet instead')
    .addHelpText(
      'after',
      `\nExamples:\n  bitting init ~/checkouts > bitting.yaml\n  bitting audit ~/checkouts --config bitting.yaml\n${DONE_CODES}`,
    )
    .action(async (targets: string[], options: object) => {
      const { init } = await import('./init.ts');
      await init(targets, options, context);
    });
}

function importCommand(context: CommandContext): Command {
  return command('import', 'Take over what another tool was told to ignore, as an exceptions file; print it.', context)
    .addArgument(new Argument('<tool>', 'whose file it is').choices(['gitleaks', 'detect-secrets', 'trufflehog']))
    .argument('<file>', '.gitleaks.toml, .gitleaksignore, .secrets.baseline, or a file of --exclude-paths')
    .requiredOption('--approver <name>', 'who accepts what is taken over')
    .requiredOption('--expires <day>', 'last day on which it holds, such as 2031-12-31, or never')
    .option('--target <dir>', 'what the file was about: values it names are looked for there', '.')
    .option('-o, --out <file>', 'write it to a file that does not exist yet instead')
    .addOption(keyFileOption())
    .option('-q, --quiet', 'do not say what was not taken; the file says it, too')
    .addHelpText(
      'after',
      `\nExamples:\n  bitting import gitleaks .gitleaks.toml --approver 'Rosa Quintero' --expires 2031-12-31 > accepted.yaml\n  bitting import detect-secrets .secrets.baseline --approver 'Rosa Quintero' --expires never -o known.yaml\n  bitting audit . --exceptions accepted.yaml\n${DONE_CODES}`,
    )
    .action(async (tool: ImportTool, file: string, options: object) => {
      const { importFrom } = await import('./import.ts');
      await importFrom(tool, file, options, context);
    });
}

function reportCommand(context: CommandContext): Command {
  return command('report', 'Render a report again from its JSON.', context)
    .argument('<report.json>', 'a report written by audit or check')
    .option('-o, --out <dir>', 'folder for the reports', 'bitting-report')
    .addOption(formatOption('html'))
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', `\nExample:\n  bitting report old/report.json --out old --format html,sarif\n${DONE_CODES}`)
    .action(async (file: string, options: object) => {
      const { rerender } = await import('./report.ts');
      await rerender(file, options, context);
    });
}

/** With the options that say which detectors are meant. */
function withSet(one: Command): Command {
  return one
    .option('-c, --config <file>', 'bitting.yaml with detectors')
    .addOption(detectorsOption())
    .option('--json', 'as JSON, with all fields');
}

function detectorsCommand(context: CommandContext): Command {
  const parent = withSet(command('detectors', 'List every credential type that is looked for.', context))
    .option('--provider <name>', 'only those of providers whose name holds this')
    .option('--kind <name>', 'only those of a kind, such as access-token')
    .addHelpText(
      'after',
      `
Examples:
  bitting detectors --provider slack
  bitting detectors show slack-bot-token
  bitting detectors --json
  bitting detectors test acme.yaml

Columns: id, severity, proof, provider, title. How to write your own: docs/custom-detectors.md
${DONE_CODES}`,
    )
    .action(async (options: object) => {
      const { listDetectors } = await import('./detectors.ts');
      await listDetectors(options, context);
    });
  parent.addCommand(
    withSet(command('show', 'Print everything about one of them.', context))
      .argument('<id>', 'id of the detector')
      .addHelpText('after', `\nExample:\n  bitting detectors show github-personal-access-token\n${DONE_CODES}`)
      .action(async (id: string, _: object, one: Command) => {
        const { showDetector } = await import('./detectors.ts');
        // Commander gives options of the same name to the command before this one.
        await showDetector(id, one.optsWithGlobals(), context);
      }),
  );
  parent.addCommand(
    command('test', 'Check files of custom detectors: their patterns, and what their examples find.', context)
      .argument('<file...>', 'YAML files of custom detectors')
      .addHelpText(
        'after',
        `
Example:
  bitting detectors test acme.yaml

Runs each example with every other detector beside it, and each pattern over texts that keep a bad one busy.
${exitCodes({ 0: 'every example does as it says', 1: 'an example fails, or a pattern takes too long' })}`,
      )
      .action(async (files: string[]) => {
        const { testDetectorFiles } = await import('./detectors.ts');
        await testDetectorFiles(files, context);
      }),
  );
  return parent;
}

function explainCommand(context: CommandContext): Command {
  return command('explain', 'Tell why something is reported or not: each detector, check and factor.', context)
    .argument('<file[:line]>', 'file, one line of a file, or - for standard input')
    .option('--path <path>', 'path to judge the text at, such as src/app.js (default: that of the file)')
    .option('-c, --config <file>', 'bitting.yaml with detectors')
    .addOption(detectorsOption())
    .addHelpText(
      'after',
      `
Examples:
  bitting explain config/app.env:12
  bitting explain - --path src/app.js < snippet.txt

No value is printed, only masked previews. Values do not belong on the command line, where others see them.
${DONE_CODES}`,
    )
    .action(async (target: string, options: object) => {
      const { explain } = await import('./explain.ts');
      await explain(target, options, context);
    });
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function formatOption(defaults: string): Option {
  return new Option('-f, --format <list>', 'formats, separated by commas: html, json, sarif').default(defaults);
}

function failOnOption(): Option {
  return new Option('--fail-on <level>', 'least severity that ends with exit code 1')
    .choices(['critical', 'high', 'medium', 'low', 'info', 'none'])
    .default('low');
}

function detectorsOption(): Option {
  return new Option('--detectors <file>', 'YAML file of custom detectors; may be repeated')
    .argParser(collect)
    .default([], 'none');
}

function jobsOption(): Option {
  return new Option('-j, --jobs <n>', 'worker threads').default(availableParallelism()).argParser((text) => {
    const jobs = Number(text);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
      throw new InvalidArgumentError('A whole number from 1 to 256.');
    return jobs;
  });
}

function exceptionsOption(): Option {
  return new Option('--exceptions <file>', 'findings that somebody accepts, with reason and expiry; may be repeated')
    .argParser(collect)
    .default([], 'none');
}

function baselineOption(): Option {
  return new Option('--baseline <file>', 'findings that were known before and do not count again');
}

function keyFileOption(): Option {
  return new Option(
    '--key-file <file>',
    'key of the fingerprints, made at the first run (default: $BITTING_KEY_FILE, then ~/.local/state/bitting)',
  );
}
