/**
 * Returns all values at a path of an answer, such as `task_list[].userid`. The part `[]` means every item of a list. If
 * a field of the path is missing, the result is empty.
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

export function pickIds(answer: unknown, path: string): string[] {
  const ids = pick(answer, path).filter((value) => typeof value === 'string' && value !== '')
  return [...new Set(ids as string[])]
}

export function pickNumbers(answer: unknown, path: string): number[] {
  return [...new Set(pick(answer, path).filter((value) => typeof value === 'number'))]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
