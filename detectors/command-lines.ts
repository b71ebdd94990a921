import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

const VALUE = '(?<secret>[^\\s"\'`$<>{}|;&()\\\\]{4,128})';
const checks: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'not-words' },
  { check: 'entropy', min: 2.5 },
];

/** Passwords that were given to programs as arguments, in scripts and in the histories of shells. */
export const commandLines: readonly Detector[] = [
  {
    id: 'mysql-command-line-password',
    title: 'Password on a MySQL command line',
    provider: 'MySQL',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['mysql', 'mariadb'],
      // A blank behind `-p` makes the program ask, and what follows is a database; in quotes a password was meant.
      pattern: new RegExp(
        `(?:mysql|mariadb)(?:-?(?:dump|admin|import|check|show|pump|backup|slap))?[ \\t](?:[^\\n|;&]{0,200}?[ \\t])?-p(?:["']|[ \\t]["'](?=\\S*["'])|(?=[^\\s-]))${VALUE}(?=["'\\s]|$)`,
      ),
      proof: 'context',
    },
    checks,
    rotate:
      'ALTER USER … IDENTIFIED BY a new one, and let the program read it from an option file that only its user may read.',
    docs: 'https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html',
    examples: {
      match: (make) => [
        exampleLine('mysql -u root -p', make(make.base62, 14), ' shop'),
        exampleLine("mysqldump -uroot -p'", make(make.base62, 14), "' shop > shop.sql"),
        exampleLine("mysql -h db1 -p '", make(make.base62, 14), "' shop"),
      ],
      noMatch: () => [
        'mysql -u root -p shop_production1',
        'mysql -u root -p"$MYSQL_PASSWORD" shop',
        'mysql -u root -ppassword shop',
        'mysql -u root -P 3306',
        'docker run mysql -p 3306:3306',
      ],
    },
  },
  {
    id: 'login-command-password',
    title: 'Password on the command line of a login',
    provider: 'Command line',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['docker', 'podman', 'nerdctl', 'skopeo', 'buildah', 'registry', 'az', 'oc', 'cf'].map(
        (program) => `${program} login`,
      ),
      pattern: new RegExp(
        `(?:docker|podman|nerdctl|skopeo|buildah|registry|az|oc|cf) login[ \\t](?:[^\\n|;&]{0,200}?[ \\t])?(?:-p|--password)(?:[ \\t]{1,4}|=)["']?${VALUE}(?=["'\\s]|$)`,
      ),
      proof: 'context',
    },
    checks,
    rotate: 'Change the password or revoke the token, and give the next one on standard input (`--password-stdin`).',
    docs: 'https://docs.docker.com/reference/cli/docker/login/',
    examples: {
      match: (make) => [exampleLine('docker login -u ci -p ', make(make.base62, 20), ' registry.shop.io')],
      noMatch: () => [
        'docker login -u ci -p $CI_REGISTRY_PASSWORD registry.shop.io',
        'docker login -u ci --password-stdin registry.shop.io',
        'docker login -u user -p password',
      ],
    },
  },
];
