import { type Client, type Endpoint, type RequestOptions, defineEndpoint, maxCharacters, wireObject } from '@wecom/core'
import * as v from 'valibot'

/** Text or attachments must be given, or both. */
export interface CreateMomentTaskParams {
  text?: MomentTextParams | undefined
  /** All of one kind: up to 9 images, or one video, or one link. */
  attachments?: MomentAttachment[] | undefined
  /** Who publishes, and who sees it. Left out: **all** members in the app's scope, to all their customers. */
  visible_range?: MomentVisibleRangeParams | undefined
}

export interface MomentTextParams {
  /**
   * At most 2000 Chinese characters. Sources differ on how other text counts, up to 4000 characters: only more than
   * that is refused before sending.
   */
  content?: string | undefined
}

/** One attachment of a moment: `msgtype` names the field that holds it. */
export type MomentAttachment = MomentImageAttachment | MomentLinkAttachment | MomentVideoAttachment

export interface MomentImageAttachment {
  msgtype: 'image'
  image: MomentImageParams
}

export interface MomentImageParams {
  /** Of `uploadAttachment` (`attachment_type` 1), valid for 3 days; one of `uploadMedia` does not work. At most 10 MB. */
  media_id: string
}

export interface MomentLinkAttachment {
  msgtype: 'link'
  link: MomentLinkParams
}

export interface MomentLinkParams {
  /**
   * At most 64 Chinese characters. Sources differ on how other text counts, up to 128 characters: only more than that
   * is refused before sending.
   */
  title?: string | undefined
  url: string
  /** The cover: a picture of `uploadAttachment` (`attachment_type` 1), valid for 3 days. There is no `picurl` here. */
  media_id: string
}

export interface MomentVideoAttachment {
  msgtype: 'video'
  video: MomentVideoParams
}

export interface MomentVideoParams {
  /** Of `uploadAttachment` (`attachment_type` 1), valid for 3 days. At most 30 seconds and 10 MB. */
  media_id: string
}

/**
 * With senders alone: they publish, to all their customers. With customers alone: the members who have them publish,
 * to these customers. With both: these members, to these customers.
 */
export interface MomentVisibleRangeParams {
  sender_list?: MomentSendersParams | undefined
  external_contact_list?: MomentCustomersParams | undefined
}

/** Members who are asked to publish. Those out of the app's scope are left out; `getMomentTaskResult` names them. */
export interface MomentSendersParams {
  /** userids, at most 100,000. */
  user_list?: string[] | undefined
  /** Department ids. */
  department_list?: number[] | undefined
}

/** Customers who may see the moment. */
export interface MomentCustomersParams {
  /** Ids of customer tags. */
  tag_list?: string[] | undefined
}

export interface CreateMomentTaskResult {
  /** Valid for 24 hours. Not a moment_id: that comes from `getMomentTaskResult`. */
  jobid: string
}

const mediaIdSchema = v.pipe(v.string(), v.nonEmpty())

const attachmentSchema: v.GenericSchema<MomentAttachment> = v.variant('msgtype', [
  v.looseObject({
    msgtype: v.literal('image'),
    image: wireObject<MomentImageParams>({ media_id: mediaIdSchema }),
  }),
  v.looseObject({
    msgtype: v.literal('link'),
    link: wireObject<MomentLinkParams>({
      title: v.optional(v.pipe(v.string(), maxCharacters(128))),
      url: v.pipe(v.string(), v.nonEmpty()),
      media_id: mediaIdSchema,
    }),
  }),
  v.looseObject({
    msgtype: v.literal('video'),
    video: wireObject<MomentVideoParams>({ media_id: mediaIdSchema }),
  }),
])

/** Up to 9 images, or one of the others alone. */
function fitTogether(attachments: readonly MomentAttachment[]): boolean {
  const [first] = attachments
  return (
    attachments.every(({ msgtype }) => msgtype === first?.msgtype) &&
    attachments.length <= (first?.msgtype === 'image' ? 9 : 1)
  )
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
          content: v.optional(v.pipe(v.string(), maxCharacters(4000))),
        }),
      ),
      attachments: v.optional(
        v.pipe(
          v.array(attachmentSchema),
          v.check((attachments) => fitTogether(attachments), 'up to 9 images, or one video, or one link'),
        ),
      ),
      visible_range: v.optional(
        wireObject<MomentVisibleRangeParams>({
          sender_list: v.optional(
            wireObject<MomentSendersParams>({
              user_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(100_000))),
              department_list: v.optional(v.array(v.pipe(v.number(), v.integer()))),
            }),
          ),
          external_contact_list: v.optional(
            wireObject<MomentCustomersParams>({
              tag_list: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
            }),
          ),
        }),
      ),
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
 * **A `jobid` is no moment yet:** WeCom creates it afterwards, and may refuse it then, wholly or for some of the
 * members and tags. `waitForMomentTask` waits for what came of it. Nobody sees anything before a member confirms
 * in the client.
 *
 * At most 10 tasks a minute and 100,000 moments a month for the whole corp.
 *
 * Where the answer got lost, the jobid is lost too: look with `listMoments` (`filter_type` 0) a few minutes later.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateMomentTaskParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the job that creates the moment.
 * @throws {WeComApiError} `41078`: too many of the corp's tasks are being created; later.
 *   `40007`: the media_id is invalid or older than 3 days. `41072`: it was uploaded for something else.
 *   `48002`: the app may not publish moments.
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
