import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { maxWidth } from './schemas/maxWidth.ts'
import { type MomentAttachment, momentAttachmentsParamsSchema } from './schemas/momentAttachmentParams.ts'
import { type MomentVisibleRangeParams, momentVisibleRangeParamsSchema } from './schemas/momentVisibleRangeParams.ts'

/** A moment to create. It must have a text, attachments, or both. */
export interface CreateMomentTaskParams {
  text?: MomentTextParams | undefined
  /** Attachments of one kind: up to 9 images, or one video, or one link. */
  attachments?: MomentAttachment[] | undefined
  /**
   * The members who publish the moment, and the customers who see it. Default: **all** members in the visible range,
   * and all their customers.
   */
  visible_range?: MomentVisibleRangeParams | undefined
}

export interface MomentTextParams {
  /** The text, at most 2000 Chinese characters or 4000 letters. */
  content?: string | undefined
}

export interface CreateMomentTaskResult {
  /**
   * Id of the job that creates the moment, valid for 24 hours. It is not the moment_id, which `getMomentTaskResult`
   * returns.
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
 * **The moment does not exist yet when the call returns its `jobid`.** WeCom creates the moment afterwards, and may
 * then refuse it, or leave out members and tags. `waitForMomentTask` waits for the outcome. Customers see nothing
 * before a member confirms in the WeCom app.
 *
 * At most 10 tasks a minute and 100,000 moments a month for the whole corp.
 *
 * If the answer is lost, so is the jobid. In this case check with `listMoments` (`filter_type` 0) a few minutes later.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateMomentTaskParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the job that creates the moment.
 * @throws {WeComApiError} `41078`: too many tasks of the corp are being created; try later. `40007`: the media_id is
 * invalid or older than 3 days. `41072`: the file was uploaded for another purpose. `48002`: the app may not publish
 * moments.
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
