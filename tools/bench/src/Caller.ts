/** Makes one call. */
export type Call = () => Promise<unknown>

/**
 * A caller that can be created in another process: `module`, a file of this folder, exports a function `createCall`.
 */
export interface Caller {
  readonly name: string
  readonly module: string
  /** The argument of `createCall`. Sent to the process as JSON. */
  readonly options: unknown
}

export interface CallerModule {
  readonly createCall: (options: never) => Call | Promise<Call>
}
