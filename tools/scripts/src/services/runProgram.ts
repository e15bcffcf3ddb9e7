import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'

/** A port of loopback that no process listens on. */
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

/** The first of the files that exists; an error that names the Debian package where none does. */
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

/** Starts a program that ends together with this process, and keeps its last output for errors. */
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

/** Runs a program to its end; an error with its output where it fails. */
export async function runProgram(command: string, args: readonly string[]): Promise<void> {
  const { child, output } = startProgram(command, args)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output()}`)
}

/** Asks `ready` every 50 ms until it resolves to true; an error with the output of the program after 30 s. */
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

/** Ends a program by SIGTERM, after 10 s by SIGKILL. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  // A paused process takes SIGTERM only after it goes on.
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
