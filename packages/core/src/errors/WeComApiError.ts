import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { errcodeUrl } from '../errcodes/errcodeUrl.ts'
import { WeComError } from './WeComError.ts'

export interface WeComApiErrorInit {
  /** When the call may be made again, in milliseconds since 1970. */
  readonly retryAt?: number | undefined
  /** The remedy, for the message. */
  readonly remedy?: string | undefined
}

/** Remedies for the errcodes that most users meet on their first day; `explainErrcode` has the others. */
const remedies: Readonly<Record<number, string>> = {
  40001: 'compare corpId and secret with the admin console: the secret is wrong, or belongs to another corp',
  45009: 'call again after 60 s for a limit a minute, after 60 min for one an hour',
  60020: "add the IP to the app's trusted IPs (企业可信IP) in the admin console",
}

/**
 * WeCom answered with an errcode other than 0. `isApiError` recognises it; `explainErrcode` of `@wecom/core/errcodes`
 * explains the code, and the client's `explain` puts that into the message.
 */
export class WeComApiError extends WeComError {
  override readonly name = 'WeComApiError'
  readonly kind = 'api'
  readonly errcode: number
  /** WeCom's own words. They may change any day: decide on `errcode`. */
  readonly errmsg: string
  /** Trace id of the call, to be given to WeCom's support or its query tool. */
  readonly hint: string | undefined
  /** The address that WeCom saw the call come from: on 60020 the one to enter as trusted. */
  readonly ip: string | undefined
  /** On 45009, of clients with a `limiter`: when to come back, in milliseconds since 1970. Before then nothing is sent. */
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
