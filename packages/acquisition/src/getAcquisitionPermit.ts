import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionPermitParams extends NoParams {}

/** The members whom customers may add through a marketing acquisition app (营销获客). Each list may be empty or absent. */
export interface GetAcquisitionPermitResult {
  /** Userids of members whom customers may add. */
  user_list?: string[] | undefined
  /** Ids of departments. Customers may add the members of these departments. */
  department_list?: number[] | undefined
  /**
   * Ids of tags of the address book. Customers may add the members who have these tags. Tags of the address book are
   * not customer tags.
   */
  tag_list?: number[] | undefined
}

export const getAcquisitionPermitEndpoint: Endpoint<GetAcquisitionPermitParams, GetAcquisitionPermitResult> =
  defineEndpoint({
    name: 'getAcquisitionPermit',
    method: 'GET',
    path: '/cgi-bin/externalcontact/customer_acquisition_app/get_permit',
    effect: 'read',
    docs: 101146,
    params: wireObject<GetAcquisitionPermitParams>({}),
    result: wireObject<GetAcquisitionPermitResult>({
      user_list: v.optional(v.array(v.string())),
      department_list: v.optional(v.array(v.number())),
      tag_list: v.optional(v.array(v.number())),
    }),
  })

/**
 * 获取客户可建联成员 — lists the members whom customers may add through a marketing acquisition app (营销获客). An admin of the corp
 * selects these members. Only marketing acquisition apps may make this call.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the members whom customers may add, as userids, as ids of departments and as ids of tags.
 * @throws {WeComApiError} `48002`: the app is not a marketing acquisition app, or the corp has not allowed it to call
 *   this function.
 * @see https://developer.work.weixin.qq.com/document/path/101146
 *
 * @example
 * const { user_list = [] } = await getAcquisitionPermit(client)
 */
export function getAcquisitionPermit(
  client: Client,
  params: GetAcquisitionPermitParams = {},
  options?: RequestOptions,
): Promise<GetAcquisitionPermitResult> {
  return client.request(getAcquisitionPermitEndpoint, params, options)
}
