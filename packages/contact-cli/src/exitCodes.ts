/** Exit codes of the program, as `--help` and the READMEs list them. */
export const exitCodes = {
  /** A call failed, or a check of `doctor`. */
  failure: 1,
  /** Wrong arguments or settings; nothing was sent. */
  usage: 2,
  /** Done, but members are missing from a result, or answers differ from their documentation. */
  gaps: 3,
  /** Stopped by Ctrl+C or SIGTERM before the end. */
  stopped: 130,
} as const
