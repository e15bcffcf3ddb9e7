/** Makes one call of the API. */
export type Call = () => Promise<unknown>

/**
 * Describes a function `Call`. A child process (`callerProcess.ts`) creates this function, calls it, and measures the
 * speed.
 */
export interface Caller {
  readonly name: string
  /** Name of a file in this folder that exports a function `createCall`. The child process imports the file. */
  readonly module: string
  /** The argument of `createCall`. The child process receives it as JSON. */
  readonly options: unknown
}

export interface CallerModule {
  readonly createCall: (options: never) => Call | Promise<Call>
}
