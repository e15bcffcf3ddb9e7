/**
 * Reads values out of an answer, whatever its shape: what is not there is left out.
 *
 * @param path - names of fields; `[]` goes through every item of a list. E.g. `task_list[].userid`.
 */
export function pick(answer: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, part) => {
      const name = part.replace('[]', '')
      const found = values.flatMap((value) => (isObject(value) && Object.hasOwn(value, name) ? [value[name]] : []))
      return part === name
        ? found
        : found.flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []))
    },
    [answer],
  )
}

/** As `pick`, for ids: texts that are not empty, each once. */
export function pickIds(answer: unknown, path: string): string[] {
  const ids = pick(answer, path).filter((value) => typeof value === 'string' && value !== '')
  return [...new Set(ids as string[])]
}

/** As `pick`, for numbers, each once. */
export function pickNumbers(answer: unknown, path: string): number[] {
  return [...new Set(pick(answer, path).filter((value) => typeof value === 'number'))]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
