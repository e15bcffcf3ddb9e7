import type { Call } from './PackageCalls.ts'

/** Returns the table cell that shows whether the fake corp answers a call, and the reason if it does not. */
export function servedCell({ served, refusal }: Pick<Call, 'served' | 'refusal'>): string {
  if (served) return 'yes'
  return refusal === undefined ? 'no' : `no: ${refusal}`
}
