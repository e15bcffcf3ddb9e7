/**
 * Calls the user's `listener` about an error, or logs the error if the user has passed no listener. If the listener
 * throws, logs both errors. This function never throws.
 *
 * @param what - text that says what failed, e.g. `waking workers`.
 */
export function tellError(what: string, error: unknown, listener: (() => unknown) | undefined): void {
  const log = (failure: unknown): void => console.error(`@wecom/sync: ${what} failed:`, failure)
  if (!listener) return log(error)
  const told = async (): Promise<unknown> => listener()
  told().catch((failure: unknown) => {
    log(error)
    log(failure)
  })
}

export function warn(message: string): void {
  console.warn(`@wecom/sync: ${message}`)
}
