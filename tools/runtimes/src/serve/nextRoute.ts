import { createServer } from 'node:http'
import { toNodeListener } from '@wecom/proxy/node'

type Route = Readonly<Record<string, (request: Request) => Promise<Response>>>

/**
 * The module of the route to serve. As in Next.js, its exports are named after HTTP methods. For a POST request, the
 * server calls the export `POST`.
 */
const route = (await import(process.argv[2] ?? '')) as Route
const listener = toNodeListener(
  async (request) => route[request.method]?.(request) ?? new Response(null, { status: 405 }),
)
createServer(listener).listen(Number(process.env['PORT']), '127.0.0.1')
