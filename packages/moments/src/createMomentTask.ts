import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { maxWidth } from './schemas/maxWidth.ts'
import { type MomentAttachment, momentAttachmentsParamsSchema } from './schemas/momentAttachmentParams.ts'
import { type MomentVisibleRangeParams, momentVisibleRangeParamsSchema } from './schemas/momentVisibleRangeParams.ts'

/** A moment (朋友圈) to create. It must have a text, attachments, or both. */
export interface CreateMomentTaskParams {
  text?: MomentTextParams | undefined
  /** Attachments of the moment: up to 9 images, or one video, or one link. */
  attachments?: MomentAttachment[] | undefined
  /**
   * The members who publish the moment, and the customers who can see it. Default: **all** members in the app's visible
   * range, and all their customers.
   */
  visible_range?: MomentVisibleRangeParams | undefined
}

export interface MomentTextParams {
  /** Text of the moment, at most 2000 Chinese characters or 4000 letters. */
  content?: string | undefined
}

export interface CreateMomentTaskResult {
  /**
   * Id of the job that creates the moment. The jobid is valid for 24 hours. To get the moment_id, pass the jobid to
   * `waitForMomentTask` or `getMomentTaskResult`.
   */
  jobid: string
}

export const createMomentTaskEndpoint: Endpoint<CreateMomentTaskParams, CreateMomentTaskResult> = defineEndpoint({
  name: 'createMomentTask',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_moment_task',
  effect: 'send',
  docs: 95094,
  params: v.pipe(
    wireObject<CreateMomentTaskParams>({
      text: v.optional(
        wireObject<MomentTextParams>({
          content: v.optional(v.pipe(v.string(), maxWidth(4000))),
        }),
      ),
      attachments: v.optional(momentAttachmentsParamsSchema),
      visible_range: v.optional(momentVisibleRangeParamsSchema),
    }),
    v.check(
      ({ text, attachments }) => Boolean(text?.content) || Boolean(attachments?.length),
      'text.content and attachments must not both be empty',
    ),
  ),
  result: wireObject<CreateMomentTaskResult>({
    jobid: v.string(),
  }),
  checkWith: 'listMoments',
})

/**
 * 创建发表任务 — asks members to publish a moment (朋友圈) to their customers.
 *
 * **The call returns a `jobid` before the moment exists.** WeCom creates the moment afterwards. WeCom may still refuse
 * it, or leave out some of the members and tags. `waitForMomentTask` waits until the job has finished, and returns its
 * outcome. Customers see the moment after a member has confirmed it in the WeCom app.
 *
 * For the whole corp, WeCom allows 10 calls a minute and 100,000 moments a month.
 *
 * If the answer to this call is lost, you do not know the jobid. Wait a few minutes, and check with `listMoments`
 * (`filter_type` 0) whether the moment exists. Repeat the call only if the moment does not exist.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateMomentTaskParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the job that creates the moment.
 * @throws {WeComApiError} `41078`: WeCom is already creating too many moments of the corp. Try later. `40007`: the
 *   media_id is invalid or older than 3 days. `41072`: the file was uploaded for another purpose. `48002`: the app may
 *   not publish moments.
 * @see https://developer.work.weixin.qq.com/document/path/95094
 *
 * @example
 * const { jobid } = await createMomentTask(client, {
 *   text: { content: '新品上架' },
 *   attachments: [{ msgtype: 'image', image: { media_id: 'media-1' } }],
 *   visible_range: { sender_list: { user_list: ['zhangsan'] } },
 * })
 * const task = await waitForMomentTask(client, { jobid })
 */
export function createMomentTask(
  client: Client,
  params: CreateMomentTaskParams,
  options?: RequestOptions,
): Promise<CreateMomentTaskResult> {
  return client.request(createMomentTaskEndpoint, params, options)
}
