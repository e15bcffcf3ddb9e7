import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, freePort, startProgram, stopProgram, waitUntilReady } from './runProgram.ts'

/** A Redis server for one test. */
export interface RedisServer {
  url: string
  port: number
  /** Ends the process at once. `restart` starts an empty Redis on the same port. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Suspends the process, so that Redis does not respond. `resume` continues the process. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Starts Debian's `redis-server` on a free port of the loopback interface, without persistence. */
export async function startRedis(): Promise<RedisServer> {
  const program = findProgram(['/usr/bin/redis-server', '/usr/local/bin/redis-server'], 'redis-server')
  const folder = await mkdtemp(join(tmpdir(), 'wecom-redis-'))
  const port = await freePort()
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
    const started = startProgram(program, args)
    await waitUntilReady('redis-server', started, () => answersPing(port))
    return started.child
  }
  let child = await start()
  const kill = async () => {
    child.kill('SIGKILL')
    await stopProgram(child)
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    async restart() {
      await kill()
      child = await start()
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      await stopProgram(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.on('data', (data) => {
      socket.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    socket.on('error', () => resolve(false))
  })
}
