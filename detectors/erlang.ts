import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const erlang = provider('Erlang', [
  {
    id: 'erlang-cookie',
    title: 'Erlang cookie (RabbitMQ, CouchDB, ejabberd)',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    names: ['erlang cookie'],
    anyName: true,
    value: [run('A-Z', 20)],
    rotate:
      'Write a new cookie to the file .erlang.cookie of every node and restart the cluster: whoever knows it runs code on all of them.',
    docs: 'https://www.rabbitmq.com/docs/clustering#erlang-cookie',
  },
]);
