import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

export interface WeComErrorInit {
  /** Further lines of the message, in order. Lines without a value are left out. */
  readonly facts?: Readonly<Record<string, string | number | undefined>> | undefined
  /** The call may have taken effect although no answer confirms it. */
  readonly ambiguous?: boolean | undefined
  readonly cause?: unknown
}

/** Base class of all errors of this library. `isWeComError` recognises them, `kind` distinguishes them. */
export abstract class WeComError extends Error {
  /** Used instead of `instanceof`, which fails with two copies of this package. */
  readonly isWeComError = true
  abstract readonly kind: string
  /** The first line of the message. */
  readonly summary: string
  /** Name of the endpoint that failed. */
  readonly endpoint: string
  /**
   * True if a `create` or `send` may have taken effect although it failed. Check before you send again; the message
   * names a function that shows it.
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
