import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

type Facts = Readonly<Record<string, string | number | false | undefined>>

// Constructors set the fields of errors. Without `declare`, bundles would contain each field twice.

/**
 * Base class of all errors of this library. Use `isWeComError` to recognise these errors, and the field `kind` to
 * distinguish them.
 */
export abstract class WeComError extends Error {
  /**
   * Marks the errors of this library. The function `isWeComError` reads this field, because `instanceof` fails if a
   * program contains two copies of this package.
   */
  readonly isWeComError = true
  abstract readonly kind: string
  /** First line of the error's message. */
  declare readonly summary: string
  /** Name of the SDK function whose call failed, e.g. `getContact`. */
  declare readonly endpoint: string
  /**
   * Whether the call may have taken effect although it failed. Only true for calls with the effect `create` or `send`
   * (see `Effect`), such as `createMassMessage`. If true, check whether the call took effect before you call the
   * function again. If the SDK has a function for this check, the message of the error names it.
   */
  declare readonly ambiguous: boolean
  declare readonly docsUrl: string

  constructor(endpoint: AnyEndpoint, problem: string, ambiguous = false, facts?: Facts, options?: ErrorOptions) {
    const summary = `${endpoint.name} failed: ${problem}`
    const docsUrl = `https://developer.work.weixin.qq.com/document/path/${endpoint.docs}`
    const lines = Object.entries({
      Endpoint: `${endpoint.method} ${endpoint.path}`,
      ...facts,
      Ambiguous:
        ambiguous &&
        `it may have taken effect; check ${endpoint.checkWith ? `with ${endpoint.checkWith} ` : ''}before sending it again`,
      Docs: docsUrl,
    }).flatMap(([name, value]) => (value ? `\n${name}: ${value}` : []))
    super(`${summary}\n${lines.join('')}`, options)
    this.summary = summary
    this.endpoint = endpoint.name
    this.ambiguous = ambiguous
    this.docsUrl = docsUrl
  }
}
