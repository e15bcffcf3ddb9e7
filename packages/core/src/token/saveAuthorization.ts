import type { Client, RequestOptions } from '../client/types.ts'
import { getPermanentCode, type GetPermanentCodeResult } from '../endpoints/getPermanentCode.ts'
import { limitTime } from './limitTime.ts'
import type { SuiteStore } from './SuiteStore.ts'

export interface SaveAuthorizationParams {
  readonly suiteStore: SuiteStore
  /** Id of the suite: a third-party app, or the template of a provider-developed app (代开发应用). */
  readonly suiteId: string
  /**
   * Temporary code of the authorization, from the redirect after an installation, or from an event. The code works
   * once, and expires after 10 minutes.
   */
  readonly auth_code: string
  /**
   * Time of the authorization event, in unix seconds. Default: the current time of this machine. If its clock is ahead,
   * the store ignores the next events of the corp until their time is later than this time.
   */
  readonly timestamp?: number | undefined
  /**
   * Time limit for the first access to the store, in milliseconds. Default 2,000. With this access, the function checks
   * that the store works, before it uses the auth_code.
   */
  readonly storeTimeout?: number | undefined
}

// Time limit of an attempt to save a permanent code, and wait between two attempts, in milliseconds.
const limit = 2_000
const pause = 1_000
const tries = 5

/**
 * Exchanges the auth_code of an authorization for the permanent code of the corp, and saves the permanent code in the
 * suite store.
 *
 * The event handlers that `suiteHandlers()` creates call this function when an authorization event arrives. If a corp
 * installs the app from a page of yours, WeCom sends no event. Instead, WeCom redirects the administrator who installed
 * the app to your page with the auth_code. In this case, call this function yourself.
 *
 * WeCom returns a permanent code only once. Therefore this function first checks that the store answers within
 * `storeTimeout`. It tries up to five times to save the code, and waits up to two seconds for each attempt.
 *
 * @param client - from `createClient`, with a `suiteToken`.
 * @param options - `signal` and timeouts of `getPermanentCode`.
 * @returns the permanent code and the corp, as `getPermanentCode` returns them.
 * @throws {WeComApiError} `40078`: the auth_code is wrong or was used before.
 * @throws the error of the store, if the store fails. If saving the code failed, the corp must authorize the app again.
 *
 * @example
 * const { auth_corp_info } = await saveAuthorization(provider, { suiteStore, suiteId: 'wx1', auth_code })
 */
export async function saveAuthorization(
  client: Client,
  {
    suiteStore,
    suiteId,
    auth_code,
    timestamp = Math.floor(Date.now() / 1000),
    storeTimeout = limit,
  }: SaveAuthorizationParams,
  options?: RequestOptions,
): Promise<GetPermanentCodeResult> {
  await limitTime(suiteStore.getTicket(suiteId), storeTimeout)
  const authorization = await getPermanentCode(client, { auth_code }, options)
  const { permanent_code, auth_corp_info } = authorization
  for (let count = 1; ; count++) {
    try {
      await limitTime(suiteStore.setPermanentCode(suiteId, auth_corp_info.corpid, permanent_code, timestamp), limit)
      return authorization
    } catch (error) {
      if (count === tries) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
