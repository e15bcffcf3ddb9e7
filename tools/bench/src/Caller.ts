/** Makes one call of the API. */
export type Call = () => Promise<unknown>

/**
 * A caller to measure, in a form that another process can create. `module` is a file of this folder that exports a
 * function `createCall`.
 */
export interface Caller {
  readonly name: string
  readonly module: string
  /** The argument of `createCall`. The other process receives it as JSON. */
  readonly options: unknown
}

export interface CallerModule {
  readonly createCall: (options: never) => Call | Promise<Call>
}
