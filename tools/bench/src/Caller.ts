/** Makes one call of the API. */
export type Call = () => Promise<unknown>

/**
 * Describes a function that makes calls, and whose speed is measured. A child process (`callerProcess.ts`) creates the
 * function and measures its calls.
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
