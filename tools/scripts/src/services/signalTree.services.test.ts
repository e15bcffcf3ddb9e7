import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { processTree, signalTree } from './signalTree.ts'

// As with Postgres, the second child leaves the session, so signals to the group do not reach it.
const parent = spawn('sh', ['-c', 'sleep 60 & setsid sleep 60 & echo ready; wait'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const pid = parent.pid ?? expect.fail('sh did not start')
afterAll(() => {
  for (const each of processTree(pid).toReversed()) process.kill(each, 'SIGKILL')
})

const states = (): string[] =>
  processTree(pid).map((each) => /State:\s+(\w)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? '')

test('stops and resumes a process with all its descendants', async () => {
  await once(parent.stdout, 'data')
  expect(processTree(pid).length).toBe(3)
  signalTree(pid, 'SIGSTOP')
  await expect.poll(states).toEqual(['T', 'T', 'T'])
  signalTree(pid, 'SIGCONT')

  await expect.poll(states).not.toContain('T')
})
