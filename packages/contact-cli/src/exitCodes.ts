/** Exit codes of the program. The help text and the READMEs list them. */
export const exitCodes = {
  /** A call failed, or a check of `doctor` failed. */
  failure: 1,
  /** The arguments or settings are wrong. The program has sent no request. */
  usage: 2,
  /** The command finished, but data is missing from the result, or answers of WeCom differ from the documentation. */
  gaps: 3,
  /** The user stopped the program by Ctrl+C or SIGTERM before it finished. */
  stopped: 130,
} as const
