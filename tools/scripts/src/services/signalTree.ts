import { readdirSync, readFileSync } from 'node:fs'

/** Returns the ids of a process and of all its descendants, parents first. It works only on Linux. */
export function processTree(pid: number): number[] {
  const tasks = unlessEnded(() => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = tasks.flatMap((task) => {
    const text = unlessEnded(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? ''
    return text.split(' ').filter(Boolean).map(Number)
  })
  return [pid, ...children.flatMap((child) => processTree(child))]
}

/**
 * Sends a signal to a process and all its descendants. This is necessary because Postgres has a process for each
 * connection.
 */
export function signalTree(pid: number | undefined, signal: 'SIGSTOP' | 'SIGCONT'): void {
  if (pid === undefined) throw new Error('the program did not start')
  for (const each of processTree(pid)) unlessEnded(() => process.kill(each, signal))
}

/** Returns the result of `work`, or undefined if `work` fails because the process has already ended. */
function unlessEnded<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
