#!/usr/bin/env node
import { text } from 'node:stream/consumers'
import type { WriteStream } from 'node:tty'
import { ask } from './ask.ts'
import { run } from './run.ts'
import type { Output } from './Surroundings.ts'

const { stdin, stdout, stderr } = process

// The program that reads our output through a pipe may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: outputOf(stdout),
  err: outputOf(stderr),
  readInput: () => text(stdin),
  onStop: (listener) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, listener)
  },
  ask: stdin.isTTY && stderr.isTTY ? (question) => ask(question, stdin, stderr) : undefined,
})

function outputOf(stream: WriteStream): Output {
  return { write: (chunk) => void stream.write(chunk), isTerminal: stream.isTTY, columns: stream.columns ?? 80 }
}
