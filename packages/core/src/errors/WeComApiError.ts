import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { errcodeUrl } from '../errcodes/errcodeUrl.ts'
import { WeComError } from './WeComError.ts'

export interface WeComApiErrorInit {
  readonly retryAt?: number | undefined
  readonly remedy?: string | undefined
}

// Only for the errcodes that most users meet first. `explainErrcode` has the remedies of all errcodes.
const remedies: Readonly<Record<number, string>> = {
  40001: 'compare corpId and secret with the admin console',
  45009: 'call again after 60 s (limit per minute) or 60 min (limit per hour)',
  60020: "add the IP to the app's trusted IPs (企业可信IP) in the admin console",
}

/**
 * The error of a call to which WeCom answered with an errcode other than 0. `isApiError` recognises this error, and
 * `explainErrcode` of `@wecom/core/errcodes` explains the errcode. If you pass the option `explain` to `createClient`,
 * the message of the error also says what to do.
 */
export class WeComApiError extends WeComError {
  override readonly name = 'WeComApiError'
  readonly kind = 'api'
  declare readonly errcode: number
  /**
   * Error text of WeCom. Do not compare this text in programs, because WeCom may change it at any time. Use `errcode`
   * instead.
   */
  declare readonly errmsg: string
  /**
   * Trace id of the call, from the error text of WeCom. Give this id to WeCom's support, or enter it in WeCom's query
   * tool for errors.
   */
  declare readonly hint: string | undefined
  /**
   * IP from which WeCom received the call. After 60020 (untrusted IP), add this IP to the trusted IPs of the app
   * (企业可信IP).
   */
  declare readonly ip: string | undefined
  /**
   * Earliest time at which the client's limiter allows another call of this endpoint, in milliseconds since 1970. Set
   * only after 45009 (calls too often), and only if the client has a `limiter`.
   */
  declare readonly retryAt: number | undefined

  constructor(
    endpoint: AnyEndpoint,
    errcode: number,
    errmsg: string,
    ambiguous: boolean,
    { retryAt, remedy = remedies[errcode] }: WeComApiErrorInit = {},
  ) {
    const hint = /hint: ?\[([^\]]*)\]/.exec(errmsg)?.[1]
    const ip = /from ip: ?([\da-f.:]+)/i.exec(errmsg)?.[1]
    super(endpoint, `${errcode} ${errmsg.replace(/, ?hint:.*/s, '')}`.trimEnd(), ambiguous, {
      Errcode: errcodeUrl(errcode),
      Hint: hint,
      'IP that WeCom saw': ip,
      Remedy: retryAt ? `call again after ${new Date(retryAt).toISOString()}` : remedy,
    })
    this.errcode = errcode
    this.errmsg = errmsg
    this.hint = hint
    this.ip = ip
    this.retryAt = retryAt
  }
}
