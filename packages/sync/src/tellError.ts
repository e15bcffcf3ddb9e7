/**
 * Tells a listener of what failed; `console.error` where there is none, or where it fails itself. Never throws.
 *
 * @param what - for the log: what failed.
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
