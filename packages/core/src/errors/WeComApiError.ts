import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { errcodeUrl } from '../errcodes/errcodeUrl.ts'
import { WeComError } from './WeComError.ts'

/** WeCom answered with an errcode other than 0. What the code means: `explainErrcode` of `@wecom/core/errcodes`. */
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

  constructor(endpoint: AnyEndpoint, errcode: number, errmsg: string, ambiguous: boolean, retryAt?: number) {
    const hint = /hint: ?\[([^\]]*)\]/.exec(errmsg)?.[1]
    const ip = /from ip: ?([\da-f.:]+)/i.exec(errmsg)?.[1]
    super(endpoint, `${errcode} ${errmsg.split(/, ?hint:/)[0]}`.trimEnd(), {
      ambiguous,
      facts: {
        Errcode: errcodeUrl(errcode),
        Hint: hint,
        'IP that WeCom saw': ip,
        'Blocked for': errcode === 45009 && !retryAt ? '60 s by a limit a minute, 60 min by one an hour' : undefined,
        'Blocked until': retryAt && new Date(retryAt).toISOString(),
      },
    })
    this.errcode = errcode
    this.errmsg = errmsg
    this.hint = hint
    this.ip = ip
    this.retryAt = retryAt
  }
}
