import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The follow relation between one member and one customer, as every call returns it. */
export interface FollowRelation {
  /** Userid of the member who added the customer. */
  userid: string
  /** Name that the member gave to the customer. May be empty. */
  remark: string
  /** Notes of the member about the customer. May be empty. */
  description: string
  /** When the member added the customer, in unix seconds. */
  createtime: number
  /**
   * The customer's corp as the member noted it. Only WeChat users have it. `remark_company` of `updateContactRemark`
   * sets it.
   */
  remark_corp_name?: string | undefined
  /** Phone numbers that the member noted. WeCom does not return them to third-party and provider-developed apps. */
  remark_mobiles?: string[] | undefined
  /** How the customer was added: 1 QR code, 2 mobile number, 3 business card, 4 group chat, 10 Channels, 16 acquisition link, 201 shared by a colleague, 202 assigned by an admin, … */
  add_way: AddWay
  /**
   * Id of the person who added the other: the member, the customer (an external_userid), or the colleague who shared or
   * assigned the customer.
   */
  oper_userid: string
  /** The `state` of the contact way, or the `customer_channel` of the acquisition link, that the customer used. */
  state?: string | undefined
  /** The WeChat Channels account. Present only if `add_way` is 10. */
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

/** The WeChat Channels account that a customer came from. */
export interface WechatChannels {
  nickname: string
  /** Place in WeChat Channels: 0 unknown, 1 channel home page, 2 live room, 3 lead-collection service. */
  source?: 0 | 1 | 2 | 3 | (number & {}) | undefined
}

/** The follow relation between a member and a customer, as the details of the customer show it. */
export interface FollowUser extends FollowRelation {
  tags?: FollowUserTag[] | undefined
}

/** A tag that a member put on a customer. */
export interface FollowUserTag {
  group_name: string
  tag_name: string
  /** Id of the tag. Absent for a personal tag of the member. */
  tag_id?: string | undefined
  /** Kind of the tag: 1 of the corp, 2 personal tag of the member, 3 of a rule group. */
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
