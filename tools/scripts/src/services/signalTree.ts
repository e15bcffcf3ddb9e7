import { readdirSync, readFileSync } from 'node:fs'

/** Lists a process and its descendants, parents first. Linux only. */
export function processTree(pid: number): number[] {
  const tasks = unlessEnded(() => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = tasks.flatMap((task) => {
    const text = unlessEnded(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? ''
    return text.split(' ').filter(Boolean).map(Number)
  })
  return [pid, ...children.flatMap((child) => processTree(child))]
}

/** Signals a process and its descendants: Postgres has a process for each connection. */
export function signalTree(pid: number | undefined, signal: 'SIGSTOP' | 'SIGCONT'): void {
  if (pid === undefined) throw new Error('the program did not start')
  for (const each of processTree(pid)) unlessEnded(() => process.kill(each, signal))
}

/** Ignores processes that ended while the tree was read. */
function unlessEnded<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
