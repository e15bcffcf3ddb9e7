import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { findDeadEnd } from './findDeadEnd.ts'

export interface Command {
  readonly executable: string
  /** Returns the arguments of the program. They make the server listen on this port of 127.0.0.1. */
  readonly args: (port: string) => readonly string[]
  readonly folder: string
  /** Environment variables of the program, in addition to `PORT`. */
  readonly env: Readonly<Record<string, string>>
}

export interface Server {
  readonly url: string
  /** Returns what the program has printed so far. */
  readonly printed: () => string
  stop(): void
}

/** Starts a server program, and waits until it accepts connections. */
export async function startServer({ executable, args, folder, env }: Command): Promise<Server> {
  const url = await findDeadEnd()
  const { port } = new URL(url)
  const child = spawn(executable, args(port), {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1', PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = (): void => {
    process.off('exit', stop)
    child.kill('SIGKILL')
  }
  // Ends the server if the run is interrupted.
  process.once('exit', stop)
  let printed = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (printed += String(chunk)))
  while (!(await isListening(Number(port)))) {
    if (child.exitCode !== null) throw new Error(`${executable} ended with ${child.exitCode}:\n${printed}`)
    await sleep(20)
  }
  return { url, printed: () => printed, stop }
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
