import { buildClient } from '../client/buildClient.ts'
import type { Client, ClientConfig } from '../client/types.ts'
import { staticToken } from '../token/staticToken.ts'
import { fetchTransport } from '../transport/fetchTransport.ts'

/** One request as it left. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  /** The query string without the token. */
  readonly query: Readonly<Record<string, string>>
  readonly token: string | undefined
  /** The body: parsed where it is JSON or a form. */
  readonly body: unknown
}

/**
 * One scripted answer: a `Response`, an `Error` that the socket fails with, a function of the request,
 * or any other object, which is sent as JSON.
 */
export type ScriptedAnswer =
  | Response
  | Error
  | ((request: SentRequest, signal: AbortSignal | undefined) => Response | Promise<Response>)
  | object

export interface TestClient {
  readonly client: Client
  /** What was sent so far, in order. */
  readonly sent: readonly SentRequest[]
  /** The headers of each of them. */
  readonly headers: readonly Headers[]
}

/** An errcode of no real answer: final, so that the call fails at once and says why. */
const unscripted = 999_999

/**
 * A real client, strict, over a scripted socket: each request gets the next answer, in order.
 * A request beyond the last answer fails.
 *
 * @example
 * const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', follow_user: ['zhangsan'] }])
 */
export function createTestClient(answers: readonly ScriptedAnswer[], config: Partial<ClientConfig> = {}): TestClient {
  const sent: SentRequest[] = []
  const headers: Headers[] = []
  const fetch: ClientConfig['fetch'] = async (input, init) => {
    const raw = new Request(input, init)
    const request = readRequest(raw, init?.body)
    headers.push(raw.headers)
    sent.push(request)
    const answer = answers[sent.length - 1]
    if (answer === undefined) {
      const errmsg = `createTestClient has ${answers.length} answers, and this is request ${sent.length}`
      return Response.json({ errcode: unscripted, errmsg })
    }
    if (answer instanceof Error) throw answer
    if (answer instanceof Response) return answer
    if (typeof answer === 'function') return answer(request, init?.signal ?? undefined)
    return Response.json(answer)
  }
  const client = buildClient(fetchTransport, {
    token: staticToken('test-token'),
    baseUrl: 'http://wecom.test',
    strict: true,
    fetch,
    ...config,
  })
  return { client, sent, headers }
}

function readRequest({ method, url }: Request, body: RequestInit['body']): SentRequest {
  const { pathname, searchParams } = new URL(url)
  const { access_token, ...query } = Object.fromEntries(searchParams)
  return { method, path: pathname, query, token: access_token, body: readBody(body) }
}

/** As it was handed over: to read it from a Request takes time, in browsers even while the clock of a test stands still. */
function readBody(body: RequestInit['body']): unknown {
  if (body instanceof FormData) return Object.fromEntries(body)
  return typeof body === 'string' ? JSON.parse(body) : undefined
}
