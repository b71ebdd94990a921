import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const moodle = provider('Moodle', [
  {
    id: 'moodle-web-service-token',
    title: 'Moodle web service token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['moodle', 'wstoken'],
    value: [hex(32)],
    rotate:
      'Delete it under Site administration, Server, Web services, Manage tokens; make the next one for one service, address and time.',
    docs: 'https://docs.moodle.org/en/Using_web_services',
    verify: get(
      '{site}/webservice/rest/server.php?wstoken={value}&wsfunction=core_webservice_get_site_info&moodlewsrestformat=json',
    ),
  },
]);
