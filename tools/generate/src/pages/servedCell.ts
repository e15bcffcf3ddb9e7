import type { Call } from './PackageCalls.ts'

/** Whether the fake corp answers a call, and if not, why. */
export function servedCell({ served, refusal }: Pick<Call, 'served' | 'refusal'>): string {
  if (served) return 'yes'
  return refusal === undefined ? 'no' : `no: ${refusal}`
}
