import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { errcodeUrl } from '../errcodes/errcodeUrl.ts'
import { WeComError } from './WeComError.ts'

export interface WeComApiErrorInit {
  /** When the caller may call again, in milliseconds since 1970. */
  readonly retryAt?: number | undefined
  readonly remedy?: string | undefined
}

/** Remedies for the errcodes that most users meet first. `explainErrcode` has the remedies of all errcodes. */
const remedies: Readonly<Record<number, string>> = {
  40001: 'compare corpId and secret with the admin console: the secret is wrong, or belongs to another corp',
  45009: 'call again after 60 s (limit per minute) or 60 min (limit per hour)',
  60020: "add the IP to the app's trusted IPs (企业可信IP) in the admin console",
}

/**
 * The error of a call to which WeCom answered with an errcode other than 0. `isApiError` recognises this error, and
 * `explainErrcode` of `@wecom/core/errcodes` explains the errcode. If the client has `explain`, the message includes
 * the remedy.
 */
export class WeComApiError extends WeComError {
  override readonly name = 'WeComApiError'
  readonly kind = 'api'
  readonly errcode: number
  /** The error text of WeCom. WeCom may change it at any time, so decide by `errcode`. */
  readonly errmsg: string
  /** Trace id of the call. WeCom's support and its query tool ask for it. */
  readonly hint: string | undefined
  /** The IP from which WeCom received the call. After 60020, add it to the trusted IPs of the app (企业可信IP). */
  readonly ip: string | undefined
  /**
   * When the caller may call again, in milliseconds since 1970. Set after 45009 if the client has a `limiter`, which
   * sends nothing before this time.
   */
  readonly retryAt: number | undefined

  constructor(
    endpoint: AnyEndpoint,
    errcode: number,
    errmsg: string,
    ambiguous: boolean,
    { retryAt, remedy = remedies[errcode] }: WeComApiErrorInit = {},
  ) {
    const hint = /hint: ?\[([^\]]*)\]/.exec(errmsg)?.[1]
    const ip = /from ip: ?([\da-f.:]+)/i.exec(errmsg)?.[1]
    super(endpoint, `${errcode} ${errmsg.split(/, ?hint:/)[0]}`.trimEnd(), {
      ambiguous,
      facts: {
        Errcode: errcodeUrl(errcode),
        Hint: hint,
        'IP that WeCom saw': ip,
        Remedy: retryAt ? `call again after ${new Date(retryAt).toISOString()}` : remedy,
      },
    })
    this.errcode = errcode
    this.errmsg = errmsg
    this.hint = hint
    this.ip = ip
    this.retryAt = retryAt
  }
}
