/**
 * Calls the user's listener. Without a listener, or if it throws, logs the error. Never throws.
 *
 * @param what - the work that failed, for the log.
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
