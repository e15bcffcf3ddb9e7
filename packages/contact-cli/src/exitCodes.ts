// The help text and the READMEs list these codes, too.
export const exitCodes = {
  failure: 1,
  /** The arguments or settings are wrong, and the program has sent no request. */
  usage: 2,
  gaps: 3,
  stopped: 130,
} as const
