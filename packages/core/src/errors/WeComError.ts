import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

export interface WeComErrorInit {
  /** Further lines of the message, in order; a line without a value is left out. */
  readonly facts?: Readonly<Record<string, string | number | undefined>> | undefined
  /** The call may have taken effect although no answer says so. */
  readonly ambiguous?: boolean | undefined
  readonly cause?: unknown
}

/** What every failure of this library has in common. Told apart by `kind`; recognised by `isWeComError`. */
export abstract class WeComError extends Error {
  /** A mark instead of `instanceof`, which fails where two copies of this package meet. */
  readonly isWeComError = true
  abstract readonly kind: string
  /** The first line of the message. */
  readonly summary: string
  /** Name of the endpoint that failed. */
  readonly endpoint: string
  /**
   * True where a `create` or `send` ended without an answer: it may have happened.
   * Look before you send again; the message names the call that tells.
   */
  readonly ambiguous: boolean
  readonly docsUrl: string

  constructor(endpoint: AnyEndpoint, problem: string, { facts, ambiguous = false, cause }: WeComErrorInit = {}) {
    const summary = `${endpoint.name} failed: ${problem}`
    const docsUrl = `https://developer.work.weixin.qq.com/document/path/${endpoint.docs}`
    const lines = Object.entries({
      Endpoint: `${endpoint.method} ${endpoint.path}`,
      ...facts,
      Ambiguous: ambiguous
        ? `it may have taken effect; check ${endpoint.checkWith ? `with ${endpoint.checkWith} ` : ''}before sending it again`
        : undefined,
      Docs: docsUrl,
    }).flatMap(([name, value]) => (value === undefined ? [] : `\n${name}: ${value}`))
    super(`${summary}\n${lines.join('')}`, cause === undefined ? undefined : { cause })
    this.summary = summary
    this.endpoint = endpoint.name
    this.ambiguous = ambiguous
    this.docsUrl = docsUrl
  }
}
