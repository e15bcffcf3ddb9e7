import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageLink, messageLinkSchema } from './schemas/messageLink.ts'
import { type MessageMedia, messageMediaSchema } from './schemas/messageMedia.ts'
import { type MessageText, messageTextSchema } from './schemas/messageText.ts'

export interface ListMassMessagesParams {
  /** Kind of the mass messages to list: `single` for messages to customers, `group` for messages to group chats. */
  chat_type: 'single' | 'group'
  /** Start of the time range in which the messages were created, in unix seconds. */
  start_time: number
  /**
   * End of the time range in which the messages were created, in unix seconds. It may be at most 1 month after
   * `start_time`.
   */
  end_time: number
  /** Userid of the member who created the messages. Default: all creators. */
  creator?: string | undefined
  /** Creators of the messages: 0 only the corp, 1 only members, 2 both (default). */
  filter_type?: 0 | 1 | 2 | undefined
  /** Number of mass messages per page: 1 to 100, default 50. WeCom treats more than 100 as 50. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListMassMessagesResult {
  group_msg_list: MassMessage[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

export interface MassMessage {
  msgid: string
  /** Userid of the member who created the message. Absent if an app created it. */
  creator?: string | undefined
  /**
   * Creation time of the message, in unix seconds. WeCom's documentation shows both a number and a string.
   * `Number(create_time)` accepts both.
   */
  create_time: number | string
  /** Creator of the message: 0 the corp, 1 a member. */
  create_type: 0 | 1 | (number & {})
  text?: MessageText | undefined
  attachments?: MassMessageAttachment[] | undefined
}

/** An attachment of a mass message. `msgtype` is the name of the field that contains the attachment. */
export interface MassMessageAttachment {
  msgtype: 'image' | 'link' | 'miniprogram' | 'video' | 'file' | (string & {})
  image?: MassMessageImage | undefined
  link?: MessageLink | undefined
  miniprogram?: MassMessageMiniprogram | undefined
  video?: MessageMedia | undefined
  file?: MessageMedia | undefined
}

/** A picture of a mass message. Either `media_id` or `pic_url` is present. */
export interface MassMessageImage {
  /** Media_id of the picture. `getMedia` of `@wecom/media` downloads it. */
  media_id?: string | undefined
  /** URL of the picture. Present only if there is no `media_id`. */
  pic_url?: string | undefined
}

export interface MassMessageMiniprogram {
  title: string
  /** Media_id of the cover picture of the mini-program card. */
  pic_media_id?: string | undefined
  appid: string
  /** Path of the page that the card opens in the mini program. */
  page: string
}

// In seconds. WeCom documents one month, but not its number of days, so the client allows 31 days.
const longestMonth = 31 * 24 * 60 * 60

export const listMassMessagesEndpoint: PagedEndpoint<ListMassMessagesParams, ListMassMessagesResult, 'group_msg_list'> =
  defineEndpoint({
    name: 'listMassMessages',
    method: 'POST',
    path: '/cgi-bin/externalcontact/get_groupmsg_list_v2',
    effect: 'read',
    docs: 93338,
    params: v.pipe(
      wireObject<ListMassMessagesParams>({
        chat_type: v.picklist(['single', 'group']),
        start_time: v.pipe(v.number(), v.integer()),
        end_time: v.pipe(v.number(), v.integer()),
        creator: v.optional(v.string()),
        filter_type: v.optional(v.picklist([0, 1, 2])),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
        cursor: v.optional(v.string()),
      }),
      v.check(
        ({ start_time, end_time }) => end_time >= start_time && end_time - start_time <= longestMonth,
        'end_time must not be before start_time, and at most 1 month after it',
      ),
    ),
    result: wireObject<ListMassMessagesResult>({
      group_msg_list: v.array(
        wireObject<MassMessage>({
          msgid: v.string(),
          creator: v.optional(v.string()),
          create_time: v.union([v.number(), v.string()]),
          create_type: v.number(),
          text: v.optional(messageTextSchema),
          attachments: v.optional(
            v.array(
              wireObject<MassMessageAttachment>({
                msgtype: v.string(),
                image: v.optional(
                  wireObject<MassMessageImage>({
                    media_id: v.optional(v.string()),
                    pic_url: v.optional(v.string()),
                  }),
                ),
                link: v.optional(messageLinkSchema),
                miniprogram: v.optional(
                  wireObject<MassMessageMiniprogram>({
                    title: v.string(),
                    pic_media_id: v.optional(v.string()),
                    appid: v.string(),
                    page: v.string(),
                  }),
                ),
                video: v.optional(messageMediaSchema),
                file: v.optional(messageMediaSchema),
              }),
            ),
          ),
        }),
      ),
      next_cursor: v.optional(v.string()),
    }),
    pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'group_msg_list' },
  })

/**
 * 获取群发记录列表 — lists the mass messages that the corp and its members created in a time range of up to one month.
 *
 * A message is listed only if a member in the app's visible range created it or was asked to send it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMassMessagesParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMassMessages(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `50100`: invalid cursor. `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/93338
 *
 * @example
 * const { group_msg_list } = await listMassMessages(client, {
 *   chat_type: 'single',
 *   start_time: 1_760_000_000, // 9 October 2025
 *   end_time: 1_760_604_800, // 7 days later
 * })
 */
export function listMassMessages(
  client: Client,
  params: ListMassMessagesParams,
  options?: RequestOptions,
): Paged<ListMassMessagesResult, MassMessage> {
  return requestPaged(client, listMassMessagesEndpoint, params, options)
}
