import { createServer } from 'node:http'
import { toNodeListener } from '@wecom/proxy/node'

type Route = Readonly<Record<string, (request: Request) => Promise<Response>>>

/**
 * The module of the route to serve. Like Next.js, the server calls the export that has the name of the request's HTTP
 * method, e.g. `POST`.
 */
const route = (await import(process.argv[2] ?? '')) as Route
const listener = toNodeListener(
  async (request) => route[request.method]?.(request) ?? new Response(null, { status: 405 }),
)
createServer(listener).listen(Number(process.env['PORT']), '127.0.0.1')
