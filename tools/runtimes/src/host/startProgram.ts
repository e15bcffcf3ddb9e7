import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Settings } from '../program/Settings.ts'
import type { BuiltRuntime } from './findRuntimes.ts'
import { writeWorkerdConfig } from './writeWorkerdConfig.ts'

export interface Program {
  readonly url: string
  /** What it printed since it was ready. */
  readonly printed: () => string
  stop(): void
}

/** Starts the program of that folder in a runtime, and waits until it serves. */
export async function startProgram(
  runtime: BuiltRuntime,
  executable: string,
  folder: string,
  settings: Settings,
): Promise<Program> {
  const child = spawn(executable, await argumentsFor(runtime, folder, settings), {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
    // The fourth is for workerd, which tells its port there.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  }) as ChildProcessByStdio<null, Readable, Readable>
  const stop = (): void => void child.kill('SIGKILL')
  // When the run is interrupted, nothing else ends it.
  process.once('exit', stop)
  let printed = ''
  child.stderr.on('data', (chunk) => (printed += String(chunk)))
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${runtime} ended with ${code}:\n${printed}`)
  })
  const announced = once(runtime === 'workerd' ? (child.stdio[3] as Readable) : child.stdout, 'data')
  const [line] = (await Promise.race([announced, gone])) as [Buffer]
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  const [port] = /\d+/.exec(line.toString()) ?? []
  return { url: `http://127.0.0.1:${port}`, printed: () => printed, stop }
}

async function argumentsFor(runtime: BuiltRuntime, folder: string, settings: Settings): Promise<readonly string[]> {
  const text = JSON.stringify(settings)
  switch (runtime) {
    case 'node':
      return ['serve/node.ts', text]
    case 'bun':
      return ['serve/bun.ts', text]
    case 'deno':
      // What is not allowed here, the packages do not need: files, environment, other hosts.
      return [
        'run',
        '--no-prompt',
        '--allow-net=127.0.0.1',
        '--node-modules-dir=manual',
        '--no-lock',
        'serve/deno.ts',
        text,
      ]
    case 'workerd':
      return ['serve', '--control-fd=3', await writeWorkerdConfig(folder, text)]
  }
}
