import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const tidbCloud = provider('TiDB Cloud', [
  {
    id: 'tidb-cloud-private-key',
    title: 'TiDB Cloud API private key',
    kind: 'access-key',
    identity: 'app',
    severity: 'critical',
    names: ['tidb private', 'tidb cloud private'],
    value: [uuid],
    rotate:
      'Delete the API key under Organization Settings, API Keys in the TiDB Cloud console after a new pair is in place; it manages clusters and their backups.',
    docs: 'https://docs.pingcap.com/tidbcloud/api/v1beta/#section/Authentication/API-key-management',
  },
]);
