import type { Fetch } from '@wecom/core'

/** Input and output of the program: environment, terminal, network and clock. Tests replace them. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Standard output (stdout), for results. */
  readonly out: Output
  /** Standard error (stderr), for error messages and hints. */
  readonly err: Output
  /** Reads all of standard input (stdin). */
  readonly readInput: () => Promise<string>
  /**
   * Asks the user a question in the terminal and returns the typed line. This function is undefined if the program does
   * not run in a terminal.
   */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /**
   * Registers a function that is called when the user stops the program by Ctrl+C or SIGTERM. If the user presses
   * Ctrl+C or sends SIGTERM a second time, the program ends at once.
   */
  readonly onStop?: ((listener: () => void) => void) | undefined
  /** Function that sends the HTTP requests. Default: the `fetch` of Node.js. */
  readonly fetch?: Fetch | undefined
  /** Time to use as the current time, in milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: number | undefined
}

export interface Output {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}
