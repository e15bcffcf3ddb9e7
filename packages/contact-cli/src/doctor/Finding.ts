import { printable } from '../output/printable.ts'

/** The result of one check of `doctor`. */
export interface Finding {
  readonly check: string
  /**
   * Outcome of the check. `warning`: it passed, but something will go wrong later. `skipped`: it was not made, because
   * an earlier check failed or a setting is missing.
   */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** One line that says what the check found and, if it failed, what to do. Contains no secret. */
  readonly text: string
}

/** Formats a finding as one line for a terminal. */
export function renderFinding({ check, status, text }: Finding): string {
  return `${status.padEnd(7)}  ${check.padEnd(12)}  ${printable(text)}\n`
}
