/** The problem, as a list to be joined with others: empty where all is well. */
export function unless(ok: boolean, problem: string): string[] {
  return ok ? [] : [problem]
}
