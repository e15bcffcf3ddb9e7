/** Returns a list with the problem if `ok` is false, or an empty list if it is true. */
export function unless(ok: boolean, problem: string): string[] {
  return ok ? [] : [problem]
}
