export function unless(ok: boolean, problem: string): string[] {
  return ok ? [] : [problem]
}
