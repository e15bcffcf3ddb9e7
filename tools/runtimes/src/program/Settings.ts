/** The settings of a program. */
export interface Settings {
  /** The fake corp of this runtime. */
  readonly mock: { readonly url: string; readonly corpId: string; readonly secret: string }
  /**
   * URL of the server of `startStage`, with behaviours that the fake corp does not have. It also serves the page for
   * the browser.
   */
  readonly stage: string
  /** The token that this server gives. */
  readonly token: string
  /** An address without a server. */
  readonly deadEnd: string
}
