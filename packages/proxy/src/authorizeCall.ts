import type { AnyEndpoint } from '@wecom/core'
import { checkParams } from './params/checkParams.ts'
import type { Authorize, ProxyParams } from './ProxyOptions.ts'
import { Refusal } from './Refusal.ts'

/**
 * Asks whether a call may be made.
 *
 * @returns the parameters to make it with.
 * @throws {Refusal} it may not. Anything but a clear yes is a no.
 */
export async function authorizeCall(
  authorize: Authorize,
  request: Request,
  endpoint: AnyEndpoint,
  params: ProxyParams,
): Promise<ProxyParams> {
  const verdict: unknown = await ask(authorize, request, endpoint, params)
  if (verdict instanceof Response) throw new Refusal('not_authorized', { response: copy(verdict) })
  const granted = verdict === true ? params : verdict
  if (!isParams(granted)) throw new Refusal('not_authorized')
  // Those of the caller, too: `authorize` may have written into them.
  const checked = checkParams(endpoint, granted, [])
  if (checked.issue) throw new Refusal('narrowed_params', { issue: checked.issue })
  return checked.params
}

async function ask(...[authorize, request, endpoint, params]: Parameters<typeof authorizeCall>): Promise<unknown> {
  try {
    return await authorize(request, endpoint, params)
  } catch (error) {
    throw new Refusal('authorize_failed', { cause: error })
  }
}

/** A plain object: an error, a list, or the Response of another library says no, even where no field is asked for. */
function isParams(value: unknown): value is ProxyParams {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A copy, as one Response may serve as the answer to many; none where there is nothing left to copy. */
function copy(response: Response): Response | undefined {
  return response.bodyUsed || response.type === 'error' ? undefined : response.clone()
}
