import type { Fetch } from '@wecom/core'

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Output
  readonly err: Output
  readonly readInput: () => Promise<Uint8Array>
  /**
   * Function that asks the user a question in the terminal and returns the typed line. The field is undefined if the
   * program does not run in a terminal.
   */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /**
   * Registers a listener. The program calls the listener when the command must stop. The command then ends its work and
   * reports what it has done.
   */
  readonly onStop?: ((listener: (reason: StopReason) => void) => void) | undefined
  readonly fetch?: Fetch | undefined
  /** Current time in milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: number | undefined
}

/**
 * Why a command must stop:
 * - `signal`: the user pressed Ctrl+C, or the operating system sent SIGTERM.
 * - `output`: the output can no longer be written, e.g. because the reader of the pipe has ended.
 */
export type StopReason = 'signal' | 'output'

export interface Output {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  readonly columns: number
}
