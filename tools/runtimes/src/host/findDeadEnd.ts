import { createServer } from 'node:http'
import { listen } from './listen.ts'

/** An address of this machine where nobody listens. */
export async function findDeadEnd(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  server.close()
  return url
}
