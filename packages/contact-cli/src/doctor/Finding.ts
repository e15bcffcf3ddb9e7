import { printable } from '../output/printable.ts'

/** The result of one check of `doctor`. */
export interface Finding {
  readonly check: string
  /** `warning`: works, but something will go wrong. `skipped`: an earlier failure, or a missing setting, is in the way. */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** One line that says what the check found, and for a failure what to do. Holds no secret. */
  readonly text: string
}

/** One line for a terminal. */
export function renderFinding({ check, status, text }: Finding): string {
  return `${status.padEnd(7)}  ${check.padEnd(12)}  ${printable(text)}\n`
}
