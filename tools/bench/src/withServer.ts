import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts a minimal server in its own process, calls `body` with the URL of the server, and stops the server.
 *
 * @param answers - for the path of each request, the body of the answer.
 */
export async function withServer<T>(
  answers: ReadonlyMap<string, string>,
  body: (baseUrl: string) => Promise<T>,
): Promise<T> {
  const server = fork(fileURLToPath(new URL('server.ts', import.meta.url)))
  try {
    server.send([...answers])
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    return await body(`http://127.0.0.1:${port}`)
  } finally {
    server.disconnect()
  }
}
