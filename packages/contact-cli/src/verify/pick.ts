/**
 * Returns the values at a path of an answer. The answer may have any shape; values that do not exist are left out.
 *
 * @param path - names of fields, e.g. `task_list[].userid`. `[]` stands for every item of a list.
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

/** Returns ids at a path, as `pick` does: texts that are not empty, each once. */
export function pickIds(answer: unknown, path: string): string[] {
  const ids = pick(answer, path).filter((value) => typeof value === 'string' && value !== '')
  return [...new Set(ids as string[])]
}

/** Returns the numbers at a path of an answer, without duplicates; see `pick` for paths. */
export function pickNumbers(answer: unknown, path: string): number[] {
  return [...new Set(pick(answer, path).filter((value) => typeof value === 'number'))]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
