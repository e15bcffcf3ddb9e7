import { copyResponse } from './answer/copyResponse.ts'
import { checkParams } from './params/checkParams.ts'
import type { Authorize, ProxyCall, ProxyParams } from './ProxyOptions.ts'
import { Refusal } from './Refusal.ts'
import { within } from './within.ts'

const tooLate = Symbol('too late')

/**
 * Runs the option `authorize`, which may allow a call, refuse the call or change its parameters. Returns the parameters
 * to send to WeCom.
 *
 * @param timeout - maximum duration of `authorize` in milliseconds.
 */
export async function authorizeCall<Caller>(
  authorize: Authorize<Caller>,
  call: ProxyCall<Caller>,
  timeout: number,
): Promise<ProxyParams> {
  const verdict: unknown = await within(timeout, ask(authorize, call), tooLate)
  if (verdict === tooLate) throw new Refusal('authorize_timeout')
  if (verdict instanceof Response) throw new Refusal('not_authorized', { response: copyResponse(verdict) })
  const granted = verdict === true ? call.params : verdict
  if (!isParams(granted)) throw new Refusal('not_authorized')
  // Checks the caller's parameters as well, because `authorize` may have changed them.
  const checked = checkParams(call.endpoint, granted, [])
  if (checked.issue) throw new Refusal('narrowed_params', { issue: checked.issue })
  return checked.params
}

async function ask<Caller>(authorize: Authorize<Caller>, call: ProxyCall<Caller>): Promise<unknown> {
  try {
    return await authorize(call)
  } catch (error) {
    throw new Refusal('authorize_failed', { cause: error })
  }
}

function isParams(value: unknown): value is ProxyParams {
  // `authorize` may return an error, an array or a `Response` of another library. The proxy then refuses the call.
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
