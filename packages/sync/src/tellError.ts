/**
 * Reports an error to the user's listener. If the user passed no listener, or if the user's listener throws, the
 * function logs the error by `console.error`. The function never throws.
 *
 * @param what - description of the work that failed, for the log.
 * @param listener - function that calls the user's listener with the error. Undefined if the user passed none.
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
