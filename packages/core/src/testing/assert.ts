/** Throws an error if two values differ. Compares the values by `===`. */
export function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

/** Watches a promise. The function `isSettled` in the return value returns whether the promise has settled. */
export function watch(promise: Promise<unknown>): { readonly isSettled: () => boolean } {
  let settled = false
  const settle = (): void => {
    settled = true
  }
  promise.then(settle, settle)
  return { isSettled: () => settled }
}
