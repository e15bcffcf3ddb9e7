import type { Fetch } from '@wecom/core'

/** Everything that the program reads from its process and writes to it. Tests replace it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results. */
  readonly out: Output
  /** Errors and remarks. */
  readonly err: Output
  /** Reads all of stdin. */
  readonly readInput: () => Promise<string>
  /** Asks a person and returns the answer; undefined where no person sits at a terminal. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /** Calls the listener when somebody wants the program to stop, by Ctrl+C or SIGTERM. The second time ends it at once. */
  readonly onStop?: ((listener: () => void) => void) | undefined
  /** Default: the platform's. */
  readonly fetch?: Fetch | undefined
  /** Milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: number | undefined
}

export interface Output {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}
