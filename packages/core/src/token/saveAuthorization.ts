import type { Client, RequestOptions } from '../client/types.ts'
import { getPermanentCode, type GetPermanentCodeResult } from '../endpoints/getPermanentCode.ts'
import { limitTime } from './limitTime.ts'
import type { SuiteStore } from './SuiteStore.ts'

export interface SaveAuthorizationParams {
  readonly suiteStore: SuiteStore
  /** Id of the third-party app, or of the template of a provider-developed one. */
  readonly suiteId: string
  /** From the redirect after an installation, or from an event. Works once, for 10 minutes. */
  readonly auth_code: string
  /** Time of the event, in unix seconds. Default: now. */
  readonly timestamp?: number | undefined
}

/** Milliseconds between two attempts to save a code. */
const pause = 1_000
const tries = 5

/**
 * Exchanges the auth_code of an authorization for the permanent code of the corp, and saves it in the suite store.
 * `suiteHandlers` calls it for events. Call it yourself after an installation from your own page: WeCom then sends no
 * event, but the auth_code with the redirect.
 *
 * WeCom gives a permanent code only once. So this function first checks that the store answers, and tries five times,
 * for two seconds each, to save the code.
 *
 * @param client - from `createClient`, with a `suiteToken`.
 * @param options - `signal` and timeouts of `getPermanentCode`.
 * @returns the permanent code and the corp, as `getPermanentCode` returns them.
 * @throws {WeComApiError} `40078`: the auth_code is wrong or was used before.
 * @throws the error of a failing store. If it failed after the exchange, the corp must authorize again.
 *
 * @example
 * const { auth_corp_info } = await saveAuthorization(provider, { suiteStore, suiteId: 'wx1', auth_code })
 */
export async function saveAuthorization(
  client: Client,
  { suiteStore, suiteId, auth_code, timestamp = Math.floor(Date.now() / 1000) }: SaveAuthorizationParams,
  options?: RequestOptions,
): Promise<GetPermanentCodeResult> {
  await limitTime(suiteStore.getTicket(suiteId))
  const authorization = await getPermanentCode(client, { auth_code }, options)
  const { permanent_code, auth_corp_info } = authorization
  for (let count = 1; ; count++) {
    try {
      await limitTime(suiteStore.setPermanentCode(suiteId, auth_corp_info.corpid, permanent_code, timestamp))
      return authorization
    } catch (error) {
      if (count === tries) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
