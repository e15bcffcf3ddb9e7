/** What a program is told when it starts. */
export interface Settings {
  /** The fake corp that this runtime has for itself. */
  readonly mock: { readonly url: string; readonly corpId: string; readonly secret: string }
  /** The server that does what the fake corp does not, see `startStage`; the page in the browser comes from it, too. */
  readonly stage: string
  /** The token that is to be had from it. */
  readonly token: string
  /** Where nobody listens. */
  readonly deadEnd: string
}
