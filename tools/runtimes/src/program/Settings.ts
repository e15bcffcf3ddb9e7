/** The settings of the program that each runtime runs. */
export interface Settings {
  /** The fake corp that the program calls. */
  readonly mock: { readonly url: string; readonly corpId: string; readonly secret: string }
  /**
   * URL of the test server with behaviours that the fake corp does not have (`startStage`). This server also serves the
   * page for the browser.
   */
  readonly stage: string
  /** The token that the test server of `startStage` gives. */
  readonly token: string
  /** A URL at which no server runs. */
  readonly deadEnd: string
}
