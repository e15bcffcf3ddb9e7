import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject, onTestFinished } from 'vitest'

export type Environment = Readonly<Record<string, string>>

/** A program to run, with its arguments. */
export interface Command {
  /** The folder of the example project that the program runs in. */
  readonly project: string
  readonly args: readonly string[]
  readonly env?: Environment
  /** The program to run. Default: Node.js. */
  readonly program?: string
}

export interface Ended {
  readonly code: number | null
  readonly printed: string
}

/** Returns the path of an installed program. `file` is a path in `node_modules`, e.g. `vitest/vitest.mjs`. */
export const bin = (file: string): string => join(inject('folder'), 'node_modules', file)

/** Runs a program until it ends. Returns its exit code and output. */
export async function runProgram(command: Command): Promise<Ended> {
  const { child, printed } = start(command)
  await once(child, 'close')
  return { code: child.exitCode, printed: printed() }
}

/** Starts a server, and waits until it accepts connections. The server stops at the end of the test. */
export async function startServer(command: (port: string) => Command): Promise<string> {
  const port = await findFreePort()
  const { child, printed } = start(command(String(port)))
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`)
    await sleep(20)
  }
  return `http://127.0.0.1:${port}`
}

function start({ project, args, env = {}, program = process.execPath }: Command) {
  const child = spawn(program, args, {
    cwd: join(inject('folder'), project),
    env: { PATH: process.env['PATH'], HOME: tmpdir(), NO_COLOR: '1', CI: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = (): void => void child.kill('SIGKILL')
  // When the run is interrupted, nothing else ends it.
  process.once('exit', stop)
  onTestFinished(() => {
    process.off('exit', stop)
    stop()
  })
  let printed = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (printed += String(chunk)))
  return { child, printed: () => printed }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
