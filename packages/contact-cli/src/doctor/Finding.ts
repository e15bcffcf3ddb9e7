import { printable } from '../output/printable.ts'

export interface Finding {
  readonly check: string
  /**
   * Outcome of the check:
   * - `ok`: the check passed.
   * - `warning`: the check passed, but found something that will cause failures later.
   * - `failed`: the check did not pass.
   * - `skipped`: the check did not run, because an earlier check failed or a setting is missing.
   */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** Result of the check in one line, with the remedy if the check failed. It contains no secret. */
  readonly text: string
}

export function renderFinding({ check, status, text }: Finding): string {
  return `${status.padEnd(7)}  ${check.padEnd(12)}  ${printable(text)}\n`
}
