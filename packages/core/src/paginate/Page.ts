/** One page of a list. */
export interface Page<Params, Result, Item> {
  readonly items: readonly Item[]
  /** The whole result, for fields beside the list. */
  readonly result: Result
  /**
   * The parameters of the next page; undefined on the last one. Save them to continue later: `paginate(client,
   * endpoint, next)`.
   */
  readonly next: Params | undefined
}

/** Type of the items in a list field. */
export type ItemOf<Result, Items extends keyof Result> = Result[Items] extends readonly (infer Item)[] | undefined
  ? Item
  : never
