export function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

export function watch(promise: Promise<unknown>): { readonly isSettled: () => boolean } {
  let settled = false
  const settle = (): void => {
    settled = true
  }
  promise.then(settle, settle)
  return { isSettled: () => settled }
}
