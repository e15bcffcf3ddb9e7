import { createServer } from 'node:http'
import { toNodeListener } from '@wecom/proxy/node'

type Route = Readonly<Record<string, (request: Request) => Promise<Response>>>

/** Calls the route of a file as Next does: passes each request to the function for its method. */
const route = (await import(process.argv[2] ?? '')) as Route
const listener = toNodeListener(
  async (request) => route[request.method]?.(request) ?? new Response(null, { status: 405 }),
)
createServer(listener).listen(Number(process.env['PORT']), '127.0.0.1')
