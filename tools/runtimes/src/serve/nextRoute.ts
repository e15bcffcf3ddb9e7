import { createServer } from 'node:http'
import { toNodeListener } from '@wecom/proxy/node'

type Route = Readonly<Record<string, (request: Request) => Promise<Response>>>

/** The route to serve. It is called as Next.js does: a request is passed to the function for its HTTP method. */
const route = (await import(process.argv[2] ?? '')) as Route
const listener = toNodeListener(
  async (request) => route[request.method]?.(request) ?? new Response(null, { status: 405 }),
)
createServer(listener).listen(Number(process.env['PORT']), '127.0.0.1')
