import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The data that one member has about one customer (follow relation, 跟进关系): when and how the customer was added, and the
 * member's notes.
 */
export interface FollowRelation {
  /** Userid of the member who added the customer. */
  userid: string
  /** Name that the member `userid` gave to the customer (备注). May be empty. */
  remark: string
  /** Notes of the member `userid` about the customer (描述). May be empty. */
  description: string
  /** Time when the member `userid` added the customer, in unix seconds. */
  createtime: number
  /**
   * Name of the customer's corp, as the member `userid` noted it. Present only if the customer is a WeChat user. To
   * change the name, pass it as `remark_company` to `updateContactRemark`.
   */
  remark_corp_name?: string | undefined
  /**
   * Phone numbers of the customer, as the member `userid` noted them. WeCom does not return them to third-party and
   * provider-developed apps (代开发应用).
   */
  remark_mobiles?: string[] | undefined
  /**
   * How the customer was added: 1 QR code, 2 mobile number, 3 business card, 4 group chat, 10 WeChat Channels (视频号), 16
   * acquisition link (获客链接), 201 shared by a colleague, 202 assigned by an admin, …
   */
  add_way: AddWay
  /**
   * Id of the person who initiated the contact: the member `userid`, the customer (an external_userid), the colleague
   * who shared the customer, or the admin who assigned the customer.
   */
  oper_userid: string
  /**
   * The `state` of the contact way, or the `customer_channel` of the acquisition link, through which the customer came.
   */
  state?: string | undefined
  /** The WeChat Channels (视频号) account that the customer came from. Present only if `add_way` is 10. */
  wechat_channels?: WechatChannels | undefined
}

export type AddWay =
  | 0
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 16
  | 17
  | 18
  | 21
  | 22
  | 24
  | 201
  | 202
  | (number & {})

/** The WeChat Channels (视频号) account that a customer came from. */
export interface WechatChannels {
  nickname: string
  /**
   * Place in WeChat Channels (视频号) that the customer came from: 0 unknown, 1 channel home page, 2 live room, 3
   * lead-collection service.
   */
  source?: 0 | 1 | 2 | 3 | (number & {}) | undefined
}

/** The data that one member has about one customer (follow relation, 跟进关系), with the names of the tags. */
export interface FollowUser extends FollowRelation {
  tags?: FollowUserTag[] | undefined
}

/** A tag that a member put on a customer. */
export interface FollowUserTag {
  group_name: string
  tag_name: string
  /** Id of the tag. Absent if the tag is a personal tag of the member who put it on the customer. */
  tag_id?: string | undefined
  /**
   * Kind of the tag: 1 tag of the corp, 2 personal tag of the member who put it on the customer, 3 tag of a rule group.
   */
  type: 1 | 2 | 3 | (number & {})
}

export const followRelationEntries: Entries<FollowRelation> = {
  userid: v.string(),
  remark: v.string(),
  description: v.string(),
  createtime: v.number(),
  remark_corp_name: v.optional(v.string()),
  remark_mobiles: v.optional(v.array(v.string())),
  add_way: v.number(),
  oper_userid: v.string(),
  state: v.optional(v.string()),
  wechat_channels: v.optional(
    wireObject<WechatChannels>({
      nickname: v.string(),
      source: v.optional(v.number()),
    }),
  ),
}

export const followUserSchema: v.GenericSchema<FollowUser> = wireObject<FollowUser>({
  ...followRelationEntries,
  tags: v.optional(
    v.array(
      wireObject<FollowUserTag>({
        group_name: v.string(),
        tag_name: v.string(),
        tag_id: v.optional(v.string()),
        type: v.number(),
      }),
    ),
  ),
})
