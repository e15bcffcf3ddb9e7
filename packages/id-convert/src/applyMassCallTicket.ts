import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ApplyMassCallTicketParams extends NoParams {}

export interface ApplyMassCallTicketResult {
  /**
   * Ticket for calls of `convertUnionidToExternalUserid` and `convertUnionidToCorpGroupExternalUserids`. Calls with a
   * valid ticket do not count towards the hourly, daily and monthly quotas of these functions. The ticket is valid for
   * 7 days. Store it, because no call returns it again.
   */
  mass_call_ticket: string
}

export const applyMassCallTicketEndpoint: Endpoint<ApplyMassCallTicketParams, ApplyMassCallTicketResult> =
  defineEndpoint({
    name: 'applyMassCallTicket',
    method: 'GET',
    path: '/cgi-bin/corp/apply_mass_call_ticket',
    effect: 'create',
    docs: 96168,
    params: wireObject<ApplyMassCallTicketParams>({}),
    result: wireObject<ApplyMassCallTicketResult>({
      mass_call_ticket: v.string(),
    }),
  })

/**
 * 获取接口高频调用凭据 — gets a ticket for many calls of `convertUnionidToExternalUserid` and
 * `convertUnionidToCorpGroupExternalUserids`. Pass the ticket to these calls as `mass_call_ticket`. While the ticket is
 * valid, for 7 days, the hourly, daily and monthly quota of these calls does not apply. Third-party apps,
 * provider-developed apps (代开发应用) and self-built apps of an upstream corp (上下游) may call this function.
 *
 * **WeCom gives the ticket only once for each corp.** The app must ask for it within 3 months after the corp authorized
 * the app. Call this function when you are ready to convert ids.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the ticket.
 * @see https://developer.work.weixin.qq.com/document/path/96168
 *
 * @example
 * const { mass_call_ticket } = await applyMassCallTicket(client)
 */
export function applyMassCallTicket(
  client: Client,
  params: ApplyMassCallTicketParams = {},
  options?: RequestOptions,
): Promise<ApplyMassCallTicketResult> {
  return client.request(applyMassCallTicketEndpoint, params, options)
}
