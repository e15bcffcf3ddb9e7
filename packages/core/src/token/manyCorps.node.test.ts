import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('fixtures/manyCorps.node.ts', import.meta.url))

test('behavior: 10,000 corps that authorized a suite need less than 100 MB', { timeout: 120_000 }, async () => {
  const flags = ['--expose-gc', '--conditions=@wecom/source']
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program])
  const { corps, megabytes } = JSON.parse(stdout) as { corps: number; megabytes: number }

  expect(corps).toBe(10_000)
  expect(megabytes).toBeLessThan(100)
})
