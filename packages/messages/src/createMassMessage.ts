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
 * The parameters of a mass message to customers. At least one of `sender`, `external_userid` and `tag_filter` is
 * required. If only `sender` is given, the message goes to all customers of this member.
 */
export interface MassMessageToContactsParams extends MessageContentParams {
  chat_type?: 'single' | undefined
  /**
   * Userid of the member who sends the message. If omitted, members who have the customers send the message. An empty
   * string is not allowed, because WeCom could treat an empty string as all members.
   */
  sender?: string | undefined
  /**
   * External_userids of the customers who receive the message, 1 to 10,000. If you pass them, `tag_filter` has no
   * effect. To send to all customers of the sender, omit the field. The client refuses an empty list, because WeCom
   * could treat an empty list as all customers.
   */
  external_userid?: string[] | undefined
  tag_filter?: MassMessageTagFilter | undefined
  /** Whether the member may deselect customers before sending. Default false. */
  allow_select?: boolean | undefined
  /**
   * Ids of group chats. Omit this field, because WeCom ignores it in a mass message to customers. To send a message to
   * group chats, set `chat_type` to `group`. The client throws an error if you pass `chat_id_list` without `chat_type`,
   * or without `external_userid`. In these cases, WeCom could send the message to customers instead of the group chats:
   * to all customers of the sender, or to all customers with the tags in `tag_filter`.
   */
  chat_id_list?: string[] | undefined
}

/** The parameters of a mass message to the group chats of one member. */
export interface MassMessageToGroupChatsParams extends MessageContentParams {
  chat_type: 'group'
  /** Userid of the member who owns the group chats and sends the message. */
  sender: string
  /**
   * Ids of the group chats that receive the message, 1 to 2000. This field requires version 4.1.10 or later of the
   * WeCom app. Default: the owner selects the group chats.
   */
  chat_id_list?: string[] | undefined
  /**
   * External_userids of customers. Omit this field, because WeCom ignores it in a mass message to group chats. To send
   * a message to customers, set `chat_type` to `single`. If you pass `external_userid` without `chat_id_list`, the
   * client throws an error, because WeCom could send the message to group chats that the owner selects, instead of the
   * customers.
   */
  external_userid?: string[] | undefined
  /**
   * A filter for customers. Omit this field: WeCom ignores it in a mass message to group chats. To send a message to
   * customers with given tags, set `chat_type` to `single`. If you pass `tag_filter` without `chat_id_list`, the client
   * throws an error, because WeCom could ignore the filter and send the message to group chats that the owner selects.
   */
  tag_filter?: MassMessageTagFilter | undefined
  /** Whether the member may deselect receivers. WeCom ignores this field in a mass message to group chats. */
  allow_select?: boolean | undefined
}

/**
 * A filter for customers by their tags. It selects the customers who have at least one tag of each entry in
 * `group_list`.
 */
export interface MassMessageTagFilter {
  group_list: MassMessageTagGroup[]
}

export interface MassMessageTagGroup {
  /**
   * Ids of customer tags, 1 to 100: corp tags (企业标签) or tags of rule groups (规则组标签). A customer needs at least one of
   * these tags.
   */
  tag_list: string[]
}

export interface CreateMassMessageResult {
  /**
   * Ids of the customers or group chats that do not receive the message, because the id is invalid or WeCom refused the
   * receiver. All other receivers get the message.
   */
  fail_list: string[]
  /** Id of the mass message. Pass it to the calls that remind members, cancel the message or read its results. */
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
 * **The call succeeds even if WeCom refuses some receivers.** `fail_list` contains the refused receivers.
 * `partitionMassMessageReceivers` separates accepted receivers from refused ones.
 *
 * **Nothing is sent until the member confirms in the WeCom app.** `listMassMessageTasks` lists the members, and whether
 * each of them has sent the message. `listMassMessageSendResults` lists, for one member, the status of each receiver.
 *
 * `chat_type` decides who receives the message: customers (`single`, the default) or group chats (`group`). WeCom
 * ignores the receivers of the other kind, so the message could go to other receivers than you meant. To prevent this,
 * the client throws an error in these cases:
 * - `chat_type` is `single`, and you pass `chat_id_list` without `external_userid`.
 * - You omit `chat_type`, and pass `chat_id_list`.
 * - `chat_type` is `group`, and you pass `external_userid` or `tag_filter` without `chat_id_list`.
 *
 * If several senders have the same customer, the member who talked with the customer most recently sends the message.
 * In one month, a customer or group chat receives at most as many mass messages as the month has days, e.g. 30 in June.
 * The corp can change this limit to 7 a week or 1 a day.
 *
 * @param client - made by `createClient`.
 * @param params - {@link MassMessageToContactsParams} or {@link MassMessageToGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the mass message, and the receivers that WeCom refused.
 * @throws {WeComApiError} `41048`: WeCom refused all receivers. `40003`: invalid userid. `41056`: the ids in
 *   `external_userid` are not ids of customers. `40007`: invalid media_id. `48002`: the app is not allowed to call the
 *   customer-contact API.
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
