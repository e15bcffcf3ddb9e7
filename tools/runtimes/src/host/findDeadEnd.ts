import { createServer } from 'node:http'
import { listen } from './listen.ts'

/** Finds an address of this machine without a server. */
export async function findDeadEnd(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  server.close()
  return url
}
