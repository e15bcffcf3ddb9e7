import { createClient } from '../client/createClient.ts'
import type { Client, ClientConfig } from '../client/types.ts'
import { staticToken } from '../token/staticToken.ts'

/** One request that the test client sent. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  /** Parameters in the query string of the request. The token is in the field `token` instead. */
  readonly query: Readonly<Record<string, string>>
  readonly token: string | undefined
  /** Body of the request: the parsed JSON, or the fields of the form. */
  readonly body: unknown
}

/**
 * One prepared answer of the test client. An answer is one of these:
 * - a `Response`;
 * - an `Error`, with which the connection fails;
 * - any other object, which the client receives as JSON;
 * - a function that receives the request and returns one of these values.
 */
export type ScriptedAnswer =
  | Response
  | Error
  | ((request: SentRequest, signal: AbortSignal | undefined) => object | Promise<object>)
  | object

export interface TestClient {
  readonly client: Client
  /** Requests that the client has sent so far, in order. */
  readonly sent: readonly SentRequest[]
  /** Headers of the requests in `sent`, in the same order. */
  readonly headers: readonly Headers[]
}

// WeCom does not use this errcode, and the client does not repeat calls that fail with it.
const unscripted = 999_999

/**
 * Creates a client for tests. It is a real client with `strict: true`, but it opens no connections. Each request
 * receives the next entry of `answers`. If there is no next entry, the call fails.
 *
 * @example
 * const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', follow_user: ['zhangsan'] }])
 */
export function createTestClient(answers: readonly ScriptedAnswer[], config: Partial<ClientConfig> = {}): TestClient {
  const sent: SentRequest[] = []
  const headers: Headers[] = []
  const fetch: ClientConfig['fetch'] = async (input, init) => {
    const raw = new Request(input, init)
    const request = readRequest(raw, init?.body instanceof Blob ? await readBlob(init.body) : readBody(init?.body))
    headers.push(raw.headers)
    sent.push(request)
    const scripted = answers[sent.length - 1]
    if (scripted === undefined) {
      const errmsg = `createTestClient has ${answers.length} answers, and this is request ${sent.length}`
      return jsonAtOnce({ errcode: unscripted, errmsg })
    }
    const answer: object =
      typeof scripted === 'function' ? await scripted(request, init?.signal ?? undefined) : scripted
    if (answer instanceof Error) throw answer
    return answer instanceof Response ? answer : jsonAtOnce(answer)
  }
  const client = createClient({
    token: staticToken('test-token'),
    baseUrl: 'http://wecom.test',
    strict: true,
    fetch,
    ...config,
  })
  return { client, sent, headers }
}

function jsonAtOnce(value: object): Response {
  // In browsers, reading a real body takes real time, so tests with a fake clock would hang.
  const text = JSON.stringify(value)
  return Object.defineProperties(Response.json(value), {
    body: { value: null },
    text: { value: async () => text },
  })
}

function readRequest({ method, url }: Request, body: unknown): SentRequest {
  const { pathname, searchParams } = new URL(url)
  const { access_token, ...query } = Object.fromEntries(searchParams)
  return { method, path: pathname, query, token: access_token, body }
}

function readBody(body: RequestInit['body']): unknown {
  // The body that was passed to `fetch`: a Request would need real time to return its body.
  return typeof body === 'string' ? JSON.parse(body) : undefined
}

async function readBlob(body: Blob): Promise<unknown> {
  // A form, or (in Deno) the JSON of a request that must not be sent twice.
  return body.type.startsWith('multipart/')
    ? Object.fromEntries(await new Response(body).formData())
    : JSON.parse(await body.text())
}
