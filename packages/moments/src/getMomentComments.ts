import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type PublishedMomentParams, publishedMomentEntries } from './schemas/publishedMoment.ts'

export interface GetMomentCommentsParams extends PublishedMomentParams {}

export interface GetMomentCommentsResult {
  /** The comments on the moment. Each entry contains the person and the time, but not the text of the comment. */
  comment_list: MomentInteraction[]
  like_list: MomentInteraction[]
}

/**
 * A comment or a like on a moment. `external_userid` is present if a customer made it, and `userid` is present if a
 * member made it.
 */
export interface MomentInteraction {
  external_userid?: string | undefined
  userid?: string | undefined
  /** Time of the comment or like, in unix seconds. */
  create_time: number
}

const interactionSchema = wireObject<MomentInteraction>({
  external_userid: v.optional(v.string()),
  userid: v.optional(v.string()),
  create_time: v.number(),
})

export const getMomentCommentsEndpoint: Endpoint<GetMomentCommentsParams, GetMomentCommentsResult> = defineEndpoint({
  name: 'getMomentComments',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_moment_comments',
  effect: 'read',
  docs: 93333,
  params: wireObject<GetMomentCommentsParams>(publishedMomentEntries),
  result: wireObject<GetMomentCommentsResult>({
    comment_list: v.array(interactionSchema),
    like_list: v.array(interactionSchema),
  }),
})

/**
 * 获取客户朋友圈的互动数据 — lists who commented on a moment and who liked it, with the times. WeCom does not return the texts of
 * comments.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentCommentsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns all comments and likes in one answer; the call has no pages.
 * @throws {WeComApiError} `41060`: invalid moment_id. `41061`: this member did not publish the moment.
 *   `41062`: the corp created the moment, and this member has not published it yet.
 * @see https://developer.work.weixin.qq.com/document/path/93333
 *
 * @example
 * const { comment_list, like_list } = await getMomentComments(client, { moment_id: 'mom1', userid: 'zhangsan' })
 */
export function getMomentComments(
  client: Client,
  params: GetMomentCommentsParams,
  options?: RequestOptions,
): Promise<GetMomentCommentsResult> {
  return client.request(getMomentCommentsEndpoint, params, options)
}
