/** Throws an error unless both values have the same JSON text. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`)
}

/** Returns the error of a rejected promise. Throws an error if the promise is not rejected. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  throw new Error(`expected a failure, got ${JSON.stringify(outcome.result)}`)
}

/** Throws an error unless the promise is rejected with an error that has the given fields. */
export async function expectFailure(
  promise: Promise<unknown>,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  const error = await failureOf(promise)
  const actual = Object.fromEntries(Object.keys(fields).map((name) => [name, Reflect.get(Object(error), name)]))
  if (JSON.stringify(actual) !== JSON.stringify(fields)) {
    throw new Error(`expected a failure with ${JSON.stringify(fields)}, got ${String(error)}`)
  }
}
