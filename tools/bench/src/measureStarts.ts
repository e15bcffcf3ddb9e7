import { spawnSync } from 'node:child_process'
import { median } from './median.ts'

/** Milliseconds that a fresh process of Node takes for each of these programs, by their names. */
export function measureStarts<Name extends string>(
  programs: Readonly<Record<Name, string>>,
  runs: number,
): Record<Name, number> {
  const names = Object.keys(programs) as Name[]
  const rounds = Array.from({ length: runs }, () => names.map((name) => timeProcess(programs[name])))
  const medians = names.map((name, column) => [name, median(rounds.map((times) => times[column] ?? Number.NaN))])
  return Object.fromEntries(medians) as Record<Name, number>
}

function timeProcess(program: string): number {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    // From here the built packages of the workspace can be imported.
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - startedAt
}
