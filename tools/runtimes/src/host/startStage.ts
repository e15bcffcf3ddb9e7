import { createServer, type IncomingMessage, request as sendRequest, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

interface Arrival {
  readonly url: string
  readonly call: unknown
  /** Whether the caller disconnected before the server had sent the whole answer. */
  left: boolean
}

export interface Stage {
  readonly url: string
  /** Returns the request whose URL contains this text. */
  readonly find: (text: string) => Arrival | undefined
  close(): void
}

type Behave = (request: IncomingMessage, response: ServerResponse) => void

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html' }
const half = '{"errcode":0,"errmsg":"'

const behaviours: Readonly<Record<string, Behave>> = {
  echo: ({ headers }, response) => response.writeHead(200, json).end(JSON.stringify({ errcode: 0, headers })),
  'no answer': () => undefined,
  'half an answer': (_request, response) => response.writeHead(200, json).write(half),
  'a cut answer': (_request, response) => {
    response.writeHead(200, { ...json, 'content-length': '500' }).write(half, () => response.destroy())
  },
  'a cut connection': ({ socket }) => socket.destroy(),
  'a redirect': ({ url = '' }, response) =>
    response.writeHead(302, { location: url.replace('a%20redirect', 'echo') }).end(),
  'a refusal': ({ url }, response) =>
    response.writeHead(200, json).end(JSON.stringify({ errcode: 40058, errmsg: `bad ${url}` })),
  'a page': ({ url }, response) => response.writeHead(200, html).end(`<p>${url}</p>`),
  'a bad gateway': ({ url }, response) => response.writeHead(502, html).end(`<p>${url}</p>`),
  'half a file': (_request, response) =>
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-disposition': 'attachment' }).write('half'),
}

/**
 * Starts a test server with behaviours that the fake corp does not have. The first part of a path is the name of the
 * behaviour, e.g. `/no%20answer/cgi-bin/…` (see `behaviours`). A request for a token receives a token. But if the first
 * part of its path ends in `, the token too`, the behaviour applies to this request, too. The server has three other
 * paths:
 * - `/page` is an empty page.
 * - `/mock` is the fake corp.
 * - `/arrived/<call>` returns how many requests had the value `<call>` in the header `x-call`.
 */
export async function startStage(token: string, mockUrl: string): Promise<Stage> {
  const arrivals: Arrival[] = []
  const server = createServer((request, response) => {
    const [, first = '', second] = decodeURIComponent(request.url ?? '').split('/')
    const [name = '', extent] = first.split(', ')
    if (name === 'page') response.writeHead(200, html).end('<!doctype html><title>page</title>')
    else if (name === 'mock') passOn(request, response, `${mockUrl}${request.url?.slice('/mock'.length)}`)
    else if (name === 'arrived')
      response.writeHead(200, json).end(String(arrivals.filter(({ call }) => call === second).length))
    else if (extent === undefined && request.url?.includes('/gettoken')) {
      response.writeHead(200, json).end(JSON.stringify({ errcode: 0, access_token: token, expires_in: 7200 }))
    } else {
      const arrival = { url: request.url ?? '', call: request.headers['x-call'], left: false }
      arrivals.push(arrival)
      response.once('close', () => (arrival.left = !response.writableFinished))
      // Reads the request to its end, so that it counts as sent.
      request.resume().once('end', () => behaviours[name]?.(request, response))
    }
  })
  const url = await listen(server)
  return {
    url,
    find: (text) => arrivals.find((arrival) => arrival.url.includes(text)),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, url: string): void {
  const { method, headers } = incoming
  const onward = sendRequest(url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  incoming.pipe(onward)
}
