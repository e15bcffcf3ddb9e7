import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'

/** Returns a free port of the loopback interface. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}

/**
 * Returns the first of the files that exists. If none exists, throws an error that names the Debian package to install.
 */
export function findProgram(files: readonly string[], debianPackage: string): string {
  const found = files.find((file) => existsSync(file))
  if (found !== undefined) return found
  throw new Error(`${files.join(', ')}: not found. Install it: apt-get install ${debianPackage}`)
}

const running = new Set<ChildProcess>()

// One listener for all programs: Node warns of more than ten.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Starts a program that ends when this process ends. `output` returns the last 4000 characters that the program has
 * printed. Error messages contain this text.
 */
export function startProgram(command: string, args: readonly string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)))
  }
  running.add(child)
  child.once('exit', () => running.delete(child))
  return { child, output: () => output }
}

/** Runs a program until it ends. If the program fails, throws an error with its output. */
export async function runProgram(command: string, args: readonly string[]): Promise<void> {
  const { child, output } = startProgram(command, args)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output()}`)
}

/**
 * Calls `ready` every 50 ms until it resolves to true. After 30 seconds, throws an error with the output of the
 * program.
 */
export async function waitUntilReady(
  name: string,
  program: { child: ChildProcess; output: () => string },
  ready: () => Promise<boolean>,
): Promise<void> {
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    if (program.child.exitCode !== null) break
    if (await ready()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  program.child.kill('SIGKILL')
  throw new Error(`${name} did not start: ${program.output()}`)
}

/** Ends a program with SIGTERM. If it has not ended after 10 seconds, ends it with SIGKILL. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  // A paused process handles SIGTERM only after it is resumed.
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
