import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The program `wecom-mock`, running in its own process. */
export interface MockProcess {
  readonly url: string
  readonly corpId: string
  readonly secret: string
  readonly pid: number | undefined
  /**
   * Sends a request to the control API of the fake corp, e.g. `control('POST', 'clock', { advance: { hours: 24 } })`.
   */
  control(method: string, path: string, body?: object): Promise<unknown>
  /** Stops the program with SIGTERM, the signal of process managers. Returns the exit code of the program. */
  stop(): Promise<number | null>
}

const program = fileURLToPath(new URL('../../../../packages/mock/src/server/wecom-mock.ts', import.meta.url))

export async function startMockProcess(): Promise<MockProcess> {
  const child = spawn(process.execPath, ['--conditions=@wecom/source', program, '--state', 'demo'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const firstLine = once(createInterface(child.stdout), 'line')
  const [line] = await Promise.race([
    firstLine,
    exit.then(([code]) => {
      throw new Error(`wecom-mock ended with exit code ${code} before it was ready`)
    }),
  ])
  const { url, corpId, secret } = JSON.parse(String(line)) as Pick<MockProcess, 'url' | 'corpId' | 'secret'>
  return {
    url,
    corpId,
    secret,
    pid: child.pid,
    control: async (method, path, body) => {
      const response = await fetch(`${url}/__corp/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answer: unknown = await response.json()
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer
    },
    stop: async () => {
      child.kill('SIGTERM')
      const [code] = await exit
      return code as number | null
    },
  }
}
