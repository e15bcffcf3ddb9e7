/** The settings of the program that each runtime runs. */
export interface Settings {
  /** The fake corp that the program calls. */
  readonly mock: { readonly url: string; readonly corpId: string; readonly secret: string }
  /**
   * URL of the test server that `startStage` starts. This server does what the fake corp cannot do, such as closing the
   * connection in the middle of an answer. The server also serves the page for the browser.
   */
  readonly stage: string
  /** The access token that the test server of `startStage` issues. */
  readonly token: string
  /** A URL at which no server runs. */
  readonly deadEnd: string
}
