import { spawnSync } from 'node:child_process'

/**
 * Measures how many milliseconds a new Node.js process takes to run each program. Each round runs each program once.
 */
export function measureStarts<Name extends string>(
  programs: Readonly<Record<Name, string>>,
  rounds: number,
): Record<Name, number[]> {
  const names = Object.keys(programs) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) {
    // Forwards and backwards, so that neighbours change.
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(timeProcess(programs[name]))
  }
  return times
}

function timeProcess(program: string): number {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    // Programs in this folder can import the built packages of the workspace.
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - startedAt
}
