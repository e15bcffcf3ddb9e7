/**
 * A corp that is made up, of any size. The same numbers make the same corp.
 *
 * @example
 * createTenant({ seed: { generate: { members: 1000, customers: 1_000_000 } } })
 */
export interface GeneratedSeed {
  readonly generate: CorpSize
}

export interface CorpSize {
  /** Up to 100,000: `member1`, `member2` and so on, 50 in a department. */
  readonly members: number
  /** Up to 2,000,000, spread evenly over the members. Every eleventh belongs to two, if there are two. */
  readonly customers: number
  /** Start of all that looks random in it. Default 1. */
  readonly random?: number | undefined
}
