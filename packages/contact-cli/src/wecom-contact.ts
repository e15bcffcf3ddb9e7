#!/usr/bin/env node
import { buffer } from 'node:stream/consumers'
import type { WriteStream } from 'node:tty'
import { ask } from './ask.ts'
import { exitCodes } from './exitCodes.ts'
import { run } from './run.ts'
import type { Output, StopReason } from './Surroundings.ts'

const { stdin, stdout, stderr } = process

let stop: ((reason: StopReason) => void) | undefined
stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // A reader that ends early, as `head` does, is no failure.
  if (code !== 'EPIPE' && !process.exitCode) {
    process.exitCode = exitCodes.failure
    stderr.write(`wecom-contact: the output cannot be written: ${code}\n`)
  }
  if (stop) stop('output')
  else process.exit()
})
// Nowhere to report it. The exit code still tells whether the command failed.
stderr.on('error', () => stop?.('output'))

const exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: outputOf(stdout),
  err: outputOf(stderr),
  readInput: () => buffer(stdin),
  onStop: (listener) => {
    stop = listener
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => listener('signal'))
  },
  ask: stdin.isTTY && stderr.isTTY ? (question) => ask(question, stdin, stderr) : undefined,
})
// A failed write has set another exit code.
if (exitCode !== 0) process.exitCode = exitCode

function outputOf(stream: WriteStream): Output {
  // Some terminals report 0 columns.
  return { write: (chunk) => void stream.write(chunk), isTerminal: stream.isTTY, columns: stream.columns || 80 }
}
