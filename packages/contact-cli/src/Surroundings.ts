import type { Fetch } from '@wecom/core'

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Output
  readonly err: Output
  readonly readInput: () => Promise<string>
  /**
   * Asks the user in the terminal, and returns the typed line. The function is undefined if the program does not run in
   * a terminal.
   */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /** Registers a function for Ctrl+C or SIGTERM. The second Ctrl+C or SIGTERM ends the program at once. */
  readonly onStop?: ((listener: () => void) => void) | undefined
  /** Default: the `fetch` of Node.js. */
  readonly fetch?: Fetch | undefined
  /** Current time in milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: number | undefined
}

export interface Output {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}
