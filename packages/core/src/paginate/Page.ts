/** One page of a list, as `paginate` yields it. */
export interface Page<Params, Result, Item> {
  readonly items: readonly Item[]
  /** Whole result of the call: the list and all other fields. */
  readonly result: Result
  /**
   * Parameters of the next page, or undefined on the last page. To continue later, save these parameters and call
   * `paginate(client, endpoint, next)`.
   */
  readonly next: Params | undefined
}

/** Type of the items in a list field of a result. `Items` is the name of the field. */
export type ItemOf<Result, Items extends keyof Result> = Result[Items] extends readonly (infer Item)[] | undefined
  ? Item
  : never
