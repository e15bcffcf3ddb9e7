import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { type Entries, defineEndpoint, sdkRule, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type MessageContentParams,
  checkMessageContent,
  messageContentParamsEntries,
} from './schemas/messageContentParams.ts'
import type { MessageLink } from './schemas/messageLink.ts'
import { messageLinkParamsEntries } from './schemas/messageLinkParams.ts'

export type CreateMassMessageParams = MassMessageToContactsParams | MassMessageToGroupChatsParams

/**
 * A mass message to customers. At least one of `sender`, `external_userid` and `tag_filter` is required. If there is
 * only `sender`, the message goes to all customers of that member.
 */
export interface MassMessageToContactsParams extends MessageContentParams {
  chat_type?: 'single' | undefined
  /**
   * Userid of the member who sends the message. The client refuses an empty string, because WeCom could take it for all
   * members.
   */
  sender?: string | undefined
  /**
   * External_userids of the customers, 1 to 10,000. If they are given, `tag_filter` has no effect. The client refuses
   * an empty list, because WeCom could take it for all customers. Omit the field to send to all.
   */
  external_userid?: string[] | undefined
  tag_filter?: MassMessageTagFilter | undefined
  /** Whether the member may change the choice of customers before sending. Default false. */
  allow_select?: boolean | undefined
  /**
   * Group chats, which WeCom ignores in this form. The client refuses the field unless `chat_type` is single and
   * `external_userid` names the customers, because otherwise the message would go to all customers of the sender or of
   * the tags.
   */
  chat_id_list?: string[] | undefined
}

/** A mass message to the group chats of one member. */
export interface MassMessageToGroupChatsParams extends MessageContentParams {
  chat_type: 'group'
  /** Userid of the group owner who sends the message. */
  sender: string
  /** Ids of the group chats, 1 to 2000 (WeCom app 4.1.10 or later). Default: the owner picks them. */
  chat_id_list?: string[] | undefined
  /**
   * Customers, which WeCom ignores in this form. The client refuses the field unless `chat_id_list` names the group
   * chats.
   */
  external_userid?: string[] | undefined
  /**
   * Filter by tags, which WeCom ignores in this form. The client refuses the field unless `chat_id_list` names the
   * group chats.
   */
  tag_filter?: MassMessageTagFilter | undefined
  /** Setting that WeCom ignores in this form. */
  allow_select?: boolean | undefined
}

/** A filter for customers: it selects those who have at least one tag of every group. */
export interface MassMessageTagFilter {
  group_list: MassMessageTagGroup[]
}

export interface MassMessageTagGroup {
  /** Ids of customer tags, 1 to 100. Tags of rule groups are allowed. */
  tag_list: string[]
}

export interface CreateMassMessageResult {
  /**
   * Ids of the customers or group chats that are invalid or cannot get the message. WeCom sends the message to all
   * others.
   */
  fail_list: string[]
  /** Id of the mass message. The calls that remind, cancel and read results need it. */
  msgid: string
}

const content = messageContentParamsEntries(
  wireObject<MessageLink>({
    ...messageLinkParamsEntries,
    picurl: v.optional(v.pipe(v.string(), v.maxBytes(2048))),
    url: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(2048)),
  }),
)

const idSchema = v.pipe(v.string(), v.nonEmpty())

type Receivers = Pick<MassMessageToContactsParams, 'external_userid' | 'tag_filter' | 'allow_select' | 'chat_id_list'>

const receivers: Entries<Receivers> = {
  external_userid: v.optional(v.pipe(v.array(idSchema), v.nonEmpty(), v.maxLength(10_000))),
  tag_filter: v.optional(
    wireObject<MassMessageTagFilter>({
      group_list: v.pipe(
        v.array(
          wireObject<MassMessageTagGroup>({
            tag_list: v.pipe(v.array(idSchema), v.nonEmpty(), v.maxLength(100)),
          }),
        ),
        v.nonEmpty(),
      ),
    }),
  ),
  allow_select: v.optional(v.boolean()),
  chat_id_list: v.optional(v.pipe(v.array(idSchema), v.nonEmpty(), v.maxLength(2000))),
}

export const createMassMessageEndpoint: Endpoint<CreateMassMessageParams, CreateMassMessageResult> = defineEndpoint({
  name: 'createMassMessage',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_msg_template',
  effect: 'send',
  docs: 92135,
  params: v.pipe(
    v.variant(
      'chat_type',
      [
        v.pipe(
          v.looseObject({
            ...content,
            ...receivers,
            chat_type: v.optional(v.literal('single')),
            sender: v.optional(idSchema),
          } satisfies Entries<MassMessageToContactsParams>),
          v.check(
            ({ sender, external_userid, tag_filter }) => Boolean(sender || external_userid || tag_filter),
            'one of sender, external_userid and tag_filter is required',
          ),
        ),
        v.looseObject(
          {
            ...content,
            ...receivers,
            chat_type: v.literal('group'),
            sender: idSchema,
          } satisfies Entries<MassMessageToGroupChatsParams>,
          'is required if chat_type is group',
        ),
      ],
      'must be single or group, or omitted',
    ),
    checkMessageContent(),
    // WeCom ignores the receivers of the other kind. Without a list of the right kind the message would go to others than
    // those named: to all customers of the sender, or to the group chats that the owner picks.
    sdkRule(
      ({ chat_type, external_userid, tag_filter, chat_id_list }) =>
        chat_type === 'group'
          ? chat_id_list !== undefined || (!external_userid && !tag_filter)
          : !chat_id_list || (chat_type === 'single' && external_userid !== undefined),
      'chat_id_list requires chat_type group, external_userid and tag_filter require single',
    ),
  ),
  result: wireObject<CreateMassMessageResult>({
    fail_list: v.array(v.string()),
    msgid: v.string(),
  }),
  checkWith: 'listMassMessages',
})

/**
 * 创建企业群发 — creates a mass message and asks members to send it to their customers or group chats.
 *
 * **The call succeeds even if WeCom refuses some receivers:** `fail_list` names them, and
 * `partitionMassMessageReceivers` separates them from the others. Success does not mean that anything was sent: a
 * customer gets nothing before the member confirms in the WeCom app. `listMassMessageTasks` lists the members who have
 * confirmed, and `listMassMessageSendResults` the outcome for each receiver.
 *
 * A message to group chats needs `chat_type` group, because without it the message goes to customers. WeCom ignores the
 * receivers of the other form. The client refuses them if the message would then reach receivers that are not named.
 *
 * If several senders have the same customer, the member who talked with the customer last sends the message. Customers
 * and group chats get at most as many mass messages a month as the month has days; the corp can choose 7 a week or 1 a
 * day instead.
 *
 * @param client - made by `createClient`.
 * @param params - {@link MassMessageToContactsParams} or {@link MassMessageToGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the mass message, and the receivers that will not get it.
 * @throws {WeComApiError} `41048`: no receiver is left. `40003`: invalid userid. `41056`: the ids are not of
 *   customers. `40007`: invalid media_id. `48002`: the app may not call customer-contact interfaces.
 * @see https://developer.work.weixin.qq.com/document/path/92135
 *
 * @example
 * const { msgid, fail_list } = await createMassMessage(client, {
 *   external_userid: ['wm1', 'wm2'],
 *   text: { content: '本周五新品到店' },
 *   attachments: [{ msgtype: 'link', link: { title: '新品目录', url: 'https://example.com/new' } }],
 * })
 */
export function createMassMessage(
  client: Client,
  params: CreateMassMessageParams,
  options?: RequestOptions,
): Promise<CreateMassMessageResult> {
  return client.request(createMassMessageEndpoint, params, options)
}
