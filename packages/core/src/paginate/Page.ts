/** One page of a list. */
export interface Page<Params, Result, Item> {
  readonly items: readonly Item[]
  /** The whole result of the call, for its fields other than the list. */
  readonly result: Result
  /**
   * The parameters of the next page. Undefined on the last page. Save them to continue later: `paginate(client,
   * endpoint, next)`.
   */
  readonly next: Params | undefined
}

/** Type of the items in a list field. */
export type ItemOf<Result, Items extends keyof Result> = Result[Items] extends readonly (infer Item)[] | undefined
  ? Item
  : never
