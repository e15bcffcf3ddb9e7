import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/** Further lines of a message, by label. Lines without a value are left out. */
type Facts = Readonly<Record<string, string | number | undefined>>

// Constructors set the fields of errors. Without `declare`, each field would be in bundles twice.

/** Base class of all errors of this library. `isWeComError` recognises them, and `kind` distinguishes them. */
export abstract class WeComError extends Error {
  /**
   * Mark of the errors of this library. `isWeComError` checks it instead of `instanceof`, which fails if a program has
   * two copies of this package.
   */
  readonly isWeComError = true
  abstract readonly kind: string
  /** The first line of the message. */
  declare readonly summary: string
  /** Name of the endpoint whose call failed. */
  declare readonly endpoint: string
  /**
   * Whether a `create` or `send` call may have taken effect although it failed. Check before you send it again. The
   * message names a function that shows whether the call took effect.
   */
  declare readonly ambiguous: boolean
  declare readonly docsUrl: string

  constructor(endpoint: AnyEndpoint, problem: string, ambiguous = false, facts?: Facts, options?: ErrorOptions) {
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
    super(`${summary}\n${lines.join('')}`, options)
    this.summary = summary
    this.endpoint = endpoint.name
    this.ambiguous = ambiguous
    this.docsUrl = docsUrl
  }
}
