import { provider } from './build/provider.ts';
import { run, base64url } from './build/value.ts';
import { bearer, header } from './build/verify.ts';

export const influxdb = provider('InfluxDB', [
  {
    id: 'influxdb-api-token',
    title: 'InfluxDB API token (version 2 and Cloud)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['influx'],
    value: [run('A-Za-z0-9+/_-', 86), '=='],
    rotate:
      'Create another token with `influx auth create` limited to the buckets needed, then `influx auth delete` this one.',
    docs: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    verify: header('authorization', '{address}/api/v2/orgs', 'Token '),
  },
  {
    id: 'influxdb-3-admin-token',
    title: 'InfluxDB 3 token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['apiv3_', base64url(80, 100)],
    rotate:
      'Regenerate it with `influxdb3 create token --admin --regenerate`, or delete a named one with `influxdb3 delete token`.',
    docs: 'https://docs.influxdata.com/influxdb3/core/admin/tokens/',
    verify: bearer('{address}/api/v3/configure/database?format=json'),
  },
]);
