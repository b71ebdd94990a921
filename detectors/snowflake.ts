import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

export const snowflake: readonly Detector[] = [
  {
    id: 'snowflake-password',
    title: 'Snowflake password',
    provider: 'Snowflake',
    kind: 'password',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['snowflake', 'snowsql'],
      ignoreCase: true,
      pattern: assignment(
        '(?:snowflake|snowsql)[\\w.-]{0,24}(?:password|passwd|pwd|passphrase)',
        '[^\\s"\'`,;$<>{}()]{8,128}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 2.8 }],
    rotate: 'ALTER USER … RESET PASSWORD; give services key-pair or OAuth authentication and `TYPE = SERVICE`.',
    docs: 'https://docs.snowflake.com/en/user-guide/admin-user-management',
    examples: {
      match: (make) => [exampleLine('SNOWFLAKE_PASSWORD="', make(make.base62, 16), '"')],
      noMatch: () => [
        'SNOWFLAKE_PASSWORD="${SNOWFLAKE_PASSWORD}"',
        'snowflake_password: changeme',
        "snowflake_password = os.environ['P']",
      ],
    },
  },
  {
    id: 'snowflake-programmatic-access-token',
    title: 'Snowflake programmatic access token',
    provider: 'Snowflake',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['snowflake', 'snowsql'],
      ignoreCase: true,
      pattern: assignment(
        '(?:snowflake|snowsql)[\\w.-]{0,24}(?:token|pat)',
        'eyJ[\\w-]{20,200}\\.[\\w-]{30,1000}\\.[\\w-]{20,400}',
      ),
      maxLength: 1800,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'jwt' }],
    extract: ['jwt-claims'],
    rotate:
      'ALTER USER … ROTATE (or REMOVE) PROGRAMMATIC ACCESS TOKEN; restrict the new one to a role and a network policy.',
    docs: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    examples: {
      match: (make) => {
        const secret = exampleJwt(make, { p: make(make.digits, 20), iss: 'SF:1001' }, 86);
        return [exampleLine('SNOWFLAKE_TOKEN=', secret)];
      },
      noMatch: (make) => [
        'SNOWFLAKE_TOKEN=eyJ...',
        `SNOWFLAKE_TOKEN=eyJ${make(make.base62, 40)}.${make(make.base62, 40)}.${make(make.base62, 86)}`,
      ],
    },
  },
];
