import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Selects the members and the days. At least one member or department is required. All members and departments must be
 * in the app's visible range.
 */
export interface GetUserBehaviorDataParams {
  /** Userids of members, at most 100. The call reads the figures of these members. Required if `partyid` is empty. */
  userid?: string[] | undefined
  /**
   * Ids of departments, at most 100. The call reads the figures of the members of these departments. Required if
   * `userid` is empty.
   */
  partyid?: number[] | undefined
  /**
   * First day to read. Pass any moment of that day, in unix seconds. WeCom rounds the time down to 00:00 China time.
   * The day must be within the last 180 days.
   */
  start_time: number
  /**
   * Last day to read. Pass any moment of that day, in unix seconds. WeCom rounds the time down to 00:00 China time, and
   * includes the whole day. The last day may be at most 30 days after the first day.
   */
  end_time: number
}

export interface GetUserBehaviorDataResult {
  /**
   * One entry for each day, with figures on chats and new customers. Each entry adds up the figures of all requested
   * members.
   */
  behavior_data: DailyUserBehavior[]
}

/**
 * Figures for one day, such as the number of chats and of new customers. WeCom adds up the figures of all members and
 * departments that you passed.
 */
export interface DailyUserBehavior {
  /** Day that the figures are for: 00:00 of that day in China time, in unix seconds. */
  stat_time: number
  /** Number of one-to-one chats in which the members sent a message. */
  chat_cnt: number
  /** Number of messages that the members sent in one-to-one chats. */
  message_cnt: number
  /**
   * Percentage of customer-started one-to-one chats that members answered on the same day: 0 to 100, with decimals.
   * Absent if customers started no chats.
   */
  reply_percentage?: number | undefined
  /**
   * Average time until the members' first answer in one-to-one chats, in minutes. Absent if there were no one-to-one
   * chats.
   */
  avg_reply_time?: number | undefined
  /** Number of customers who deleted or blocked one of the members. */
  negative_feedback_cnt: number
  /** Number of requests that the members sent to add a customer. */
  new_apply_cnt: number
  /** Number of customers whom the members added. */
  new_contact_cnt: number
}

export const getUserBehaviorDataEndpoint: Endpoint<GetUserBehaviorDataParams, GetUserBehaviorDataResult> =
  defineEndpoint({
    name: 'getUserBehaviorData',
    method: 'POST',
    path: '/cgi-bin/externalcontact/get_user_behavior_data',
    effect: 'read',
    docs: 92132,
    params: v.pipe(
      wireObject<GetUserBehaviorDataParams>({
        userid: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(100))),
        partyid: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(100))),
        start_time: v.pipe(v.number(), v.integer()),
        end_time: v.pipe(v.number(), v.integer()),
      }),
      v.check(
        ({ userid = [], partyid = [] }) => userid.length > 0 || partyid.length > 0,
        'at least one id in userid or partyid is required',
      ),
      v.check(
        ({ start_time, end_time }) => isDaySpan(start_time, end_time),
        'end_time must be on the day of start_time, or at most 30 days later',
      ),
    ),
    result: wireObject<GetUserBehaviorDataResult>({
      behavior_data: v.array(
        wireObject<DailyUserBehavior>({
          stat_time: v.number(),
          chat_cnt: v.number(),
          message_cnt: v.number(),
          reply_percentage: v.optional(v.number()),
          avg_reply_time: v.optional(v.number()),
          negative_feedback_cnt: v.number(),
          new_apply_cnt: v.number(),
          new_contact_cnt: v.number(),
        }),
      ),
    }),
  })

/**
 * 获取「联系客户统计」数据 — reads daily figures on how members contact customers.
 *
 * **WeCom adds up the figures of all members and departments that you pass.** To get the figures of each member, make
 * one call per member.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetUserBehaviorDataParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one entry for each day, for all requested members together.
 * @throws {WeComApiError} `40031`: one of the userids is invalid. `60003`: unknown department.
 *   `60011`: a member or department is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/92132
 *
 * @example
 * const now = Math.floor(Date.now() / 1000)
 * const { behavior_data } = await getUserBehaviorData(client, {
 *   userid: ['zhangsan'],
 *   start_time: now - 7 * 86_400,
 *   end_time: now - 86_400,
 * })
 */
export function getUserBehaviorData(
  client: Client,
  params: GetUserBehaviorDataParams,
  options?: RequestOptions,
): Promise<GetUserBehaviorDataResult> {
  return client.request(getUserBehaviorDataEndpoint, params, options)
}
