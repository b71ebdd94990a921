import { provider } from './build/provider.ts';
import { base62, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const dependencyTrack = provider('Dependency-Track', [
  {
    id: 'dependency-track-api-key',
    title: 'Dependency-Track API key',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    value: ['odt_', optional(base62(8), '_'), base62(32, 64)],
    rotate: 'Regenerate the key of the team under Administration, Access Management, Teams.',
    docs: 'https://docs.dependencytrack.org/integrations/rest-api/',
    verify: header('x-api-key', 'https://{host}/api/v1/project?pageSize=1'),
  },
]);
