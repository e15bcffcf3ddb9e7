import { createServer } from 'node:http'
import { listen } from './listen.ts'

/** Returns an address of this machine on which no server runs. */
export async function findDeadEnd(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  server.close()
  return url
}
