import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FakeAnswer {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Used up after so many requests. Default: always. */
  readonly times?: number;
}

export interface FakeGithub extends AsyncDisposable {
  readonly baseUrl: string;
  /** Requests as `GET /path?query`, in order. */
  readonly requests: readonly string[];
  readonly authorizations: ReadonlySet<string>;
  /** Answers requests for the path otherwise. */
  answer(path: string, answer: FakeAnswer): void;
  /** Origin written into links to further pages. Default: the server itself. */
  linkOrigin: string;
}

/** A path's rows: an array as it is, an array under a key with `total_count`, or one object. */
export type FakeRoute = readonly unknown[] | { readonly list: string; readonly rows: readonly unknown[] } | object;

/** GitHub's REST API on the loopback: pages of two rows with `Link` headers, 404 for what no route names. */
export async function startFakeGithub(routes: Readonly<Record<string, FakeRoute>>): Promise<FakeGithub> {
  const requests: string[] = [];
  const authorizations = new Set<string>();
  const faults: { path: string; answer: FakeAnswer; left: number }[] = [];

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', fake.baseUrl);
    const path = decodeURIComponent(url.pathname);
    requests.push(`${request.method} ${path}${url.search}`);
    if (request.headers.authorization !== undefined) authorizations.add(request.headers.authorization);
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    const fault = faults.find((each) => each.left > 0 && each.path === path);
    if (fault !== undefined) {
      fault.left -= 1;
      return send(fault.answer.status, { message: fault.answer.message ?? 'as the test asked' }, fault.answer.headers);
    }
    const route = routes[path];
    if (route === undefined) return send(404, { message: 'Not Found' });
    const listed = Array.isArray(route) || ('list' in route && 'rows' in route);
    if (!listed) return send(200, route);
    const wrapped = 'rows' in route ? route : undefined;
    const rows = wrapped?.rows ?? (route as readonly unknown[]);
    const page = Number(url.searchParams.get('page') ?? 1);
    const part = rows.slice((page - 1) * 2, page * 2);
    const next = new URL(url.pathname + url.search, fake.linkOrigin);
    next.searchParams.set('page', String(page + 1));
    const headers = page * 2 < rows.length ? { link: `<${next.href}>; rel="next"` } : undefined;
    send(200, wrapped === undefined ? part : { total_count: rows.length, [wrapped.list]: part }, headers);
  });
  const fake = {
    baseUrl: '',
    requests,
    authorizations,
    linkOrigin: '',
    answer(path: string, answer: FakeAnswer) {
      faults.push({ path, answer, left: answer.times ?? Number.POSITIVE_INFINITY });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.linkOrigin = fake.baseUrl;
  return fake;
}
