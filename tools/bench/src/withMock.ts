import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The JSON that `wecom-mock` prints when it is ready. */
export interface MockReady {
  readonly url: string
  readonly corpId: string
  readonly secret: string
}

/** Starts the program `wecom-mock`, runs `body`, and stops the program. */
export async function withMock<T>(args: readonly string[], body: (ready: MockReady) => Promise<T>): Promise<T> {
  const command = fileURLToPath(new URL('server/wecom-mock.js', import.meta.resolve('@wecom/mock')))
  const mock = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = (await Promise.race([once(mock.stdout, 'data'), failAtExit(once(mock, 'exit'))])) as [Buffer]
    return await body(JSON.parse(line.toString()) as MockReady)
  } finally {
    mock.kill()
  }
}

async function failAtExit(exit: Promise<unknown[]>): Promise<never> {
  const [code] = await exit
  throw new Error(`wecom-mock ended with ${String(code)} before it was ready`)
}
