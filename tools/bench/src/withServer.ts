import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Starts a bare server that gives these answers by path, runs `body`, and stops the server. */
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
