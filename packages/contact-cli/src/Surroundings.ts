import type { Fetch } from '@wecom/core'

/** Everything that the program reads from its process and writes to it. Tests replace it with their own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Output for results (stdout). */
  readonly out: Output
  /** Output for errors and remarks (stderr). */
  readonly err: Output
  /** Reads all of stdin. */
  readonly readInput: () => Promise<string>
  /** Asks a person at the terminal and returns the answer. Undefined if the program does not run in a terminal. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /**
   * Calls the listener when the user stops the program by Ctrl+C or SIGTERM. A second signal ends the program at once.
   */
  readonly onStop?: ((listener: () => void) => void) | undefined
  /** `fetch` that sends the requests. Default: the `fetch` of the platform. */
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
