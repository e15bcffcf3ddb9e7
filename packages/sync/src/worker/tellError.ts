/** Tells the listener of what failed; `console.error` where there is none, or it fails itself. Never throws. */
export function tellError(
  listener: ((error: unknown, corpId: string | undefined) => unknown) | undefined,
  error: unknown,
  corpId: string | undefined,
): void {
  const log = (failure: unknown): void =>
    console.error(`@wecom/sync: ${corpId === undefined ? 'looking for work' : `work for ${corpId}`} failed:`, failure)
  if (!listener) return log(error)
  const told = async (): Promise<unknown> => listener(error, corpId)
  told().catch((failure: unknown) => {
    log(error)
    log(failure)
  })
}
