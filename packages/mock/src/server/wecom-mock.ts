#!/usr/bin/env node
import { runWecomMock } from './runWecomMock.ts'

// Ends the server, because nobody can learn its URL.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // A reader that ends early, as `head` does, is no failure.
  if (code === 'EPIPE') process.exit()
  process.stderr.write(`wecom-mock: the output cannot be written: ${code}\n`)
  process.exit(1)
})

process.exitCode = await runWecomMock(process.argv.slice(2))
