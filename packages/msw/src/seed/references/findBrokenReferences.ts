import { definitions, references } from './references.ts'
import type { SeedProblem } from '../SeedError.ts'
import type { TenantState } from '../SeedFile.ts'

/** What a seed defines twice, what points at something that is not there, and what stands above itself. */
export function findBrokenReferences(seed: TenantState): SeedProblem[] {
  const problems: SeedProblem[] = []
  const known = new Set<string>()
  for (const { path, key, section } of definitions(seed)) {
    const name = `${section} ${key}`
    if (known.has(name)) problems.push({ path, message: `"${key}" is in ${section} already; remove one of them` })
    known.add(name)
  }
  for (const { path, key, section } of references(seed)) {
    if (known.has(`${section} ${key}`)) continue
    problems.push({ path, message: `"${key}" is not in ${section}; add it there, or correct it here` })
  }
  return [
    ...problems,
    ...findCircles(
      seed.departments,
      ({ id }) => id,
      ({ parentid }) => parentid,
      'departments',
    ),
    ...findCircles(
      seed.strategies,
      ({ strategy_id }) => strategy_id,
      ({ parent_id }) => parent_id,
      'strategies',
    ),
    ...findCircles(
      seed.moment_strategies,
      ({ strategy_id }) => strategy_id,
      ({ parent_id }) => parent_id,
      'moment_strategies',
    ),
  ]
}

function findCircles<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => number,
  parentOf: (row: Row) => number,
  section: string,
): SeedProblem[] {
  const parents = new Map(rows.map((row) => [idOf(row), parentOf(row)]))
  return rows.flatMap((row, index) => {
    let current = parentOf(row)
    for (let steps = 0; steps < rows.length && current !== idOf(row); steps++) current = parents.get(current) ?? 0
    if (current !== idOf(row)) return []
    return [{ path: `${section}[${index}]`, message: 'it stands above itself; give one in the circle the parent 0' }]
  })
}
