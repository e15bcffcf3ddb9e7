/** One thing that is wrong in a seed. */
export interface SeedProblem {
  /** Where, e.g. `follows[3].userid`. */
  readonly path: string
  /** What is wrong, and what to do. */
  readonly message: string
}

/** A seed that no tenant can start from. The message has a line for each problem. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  readonly problems: readonly SeedProblem[]

  constructor(problems: readonly SeedProblem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'))
    this.problems = problems
  }
}
