/** Exit codes of the program, as `--help` and the READMEs list them. */
export const exitCodes = {
  /** A call failed, or a check of `doctor` failed. */
  failure: 1,
  /** Arguments or settings are wrong. The program sent no request. */
  usage: 2,
  /** The command ended, but members are missing from a result, or answers differ from their documentation. */
  gaps: 3,
  /** The user stopped the program by Ctrl+C or SIGTERM before its end. */
  stopped: 130,
} as const
