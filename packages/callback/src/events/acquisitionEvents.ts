import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { SuiteEvent } from './SuiteEvent.ts'

type AcquisitionEvent<Change extends string, Content = unknown> = CustomerEvent<'customer_acquisition', Change, Content>
type AcquisitionEventInSuite<Change extends string, Content = unknown> = EventInSuite<
  'customer_acquisition',
  Change,
  Content
>

/** 获客额度即将耗尽事件 — fewer than 20 units of the acquisition quota are left. */
export type BalanceLowEvent = AcquisitionEvent<'balance_low'>

/** 使用量已经耗尽事件 — no unit of the acquisition quota is left. */
export type BalanceExhaustedEvent = AcquisitionEvent<'balance_exhausted'>

/** 获客额度增加 — the acquisition quota has units again after it had none. */
export type BalanceIncreasedEvent = AcquisitionEvent<'balance_increased'>

/** 获客链接不可用事件 — an acquisition link can no longer be used. */
export type LinkUnavailableEvent = AcquisitionEvent<
  'link_unavailable',
  {
    LinkId: string
  }
>

/** 删除获客链接事件 — an acquisition link has been deleted. */
export type DeleteLinkEvent = AcquisitionEvent<
  'delete_link',
  {
    LinkId: string
  }
>

/**
 * 获客额度即将过期事件 — units of the acquisition quota will expire soon. WeCom sends this event 14, 7, 3, 2 and 1 days before
 * they expire.
 */
export type QuotaExpireSoonEvent = AcquisitionEvent<
  'quota_expire_soon',
  {
    /** Time when the units of the acquisition quota expire, in unix seconds. */
    ExpireTime: number
    /** Number of units of the acquisition quota that expire at `ExpireTime`. Each new customer uses one unit. */
    ExpireQuotaNum: number
  }
>

/** 微信客户打开获客链接事件 — a person has opened the page of an acquisition link. The person is not a customer yet. */
export type OpenProfileEvent = AcquisitionEvent<
  'open_profile',
  {
    LinkId: string
    /** Channel (`customer_channel`) in the URL of the acquisition link. */
    State?: string | undefined
  }
>

/**
 * 通过获客链接申请好友事件 — a person who opened an acquisition link has asked to add a member. WeCom sends this event only for
 * links with a channel (`customer_channel`) in the URL.
 */
export type FriendRequestEvent = AcquisitionEvent<
  'friend_request',
  {
    LinkId: string
    /** Channel (`customer_channel`) in the URL of the acquisition link. */
    State: string
  }
>

/** 微信客户发起会话事件 — a customer who added a member through an acquisition link has sent the first message to this member. */
export type CustomerStartChatEvent = AcquisitionEvent<
  'customer_start_chat',
  {
    /** Userid of the member who received the message. */
    UserID: string
    ExternalUserID: string
    LinkId?: string | undefined
    /** Channel (`customer_channel`) in the URL of the acquisition link. */
    State?: string | undefined
  }
>

/**
 * 获客链接客户消息事件 — a customer who added a member through an acquisition link has sent the third, fifth or tenth message to
 * this member.
 */
export type MessageFromCustomerEvent = AcquisitionEvent<
  'message_from_customer',
  {
    LinkId: string
    /** Channel (`customer_channel`) in the URL of the acquisition link. */
    State?: string | undefined
    /**
     * Key for `getAcquisitionChatInfo` of `@wecom/acquisition`. The key is valid for 30 minutes.
     * `getAcquisitionChatInfo` returns the member, the customer and the number of messages. The key gives access to
     * personal data, so do not log it.
     */
    ChatKey: string
  }
>

/** 获客链接客户删除成员事件 — a customer who added a member through an acquisition link has deleted this member. */
export type AcquisitionDelFollowUserEvent =
  | EventInApp<
      'customer_acquisition',
      'del_follow_user',
      DeletedByCustomer & {
        /** Channel (`customer_channel`) in the URL of the acquisition link. */
        State?: string | undefined
      }
    >
  | AcquisitionEventInSuite<'del_follow_user', DeletedByCustomer>

interface DeletedByCustomer {
  /** Userid of the member whom the customer deleted. */
  UserID?: string | undefined
  ExternalUserID?: string | undefined
  LinkId?: string | undefined
}

/**
 * 服务商获客额度即将耗尽 — the service provider's own acquisition quota has few units left. Only suites (third-party apps, 第三方应用)
 * receive this event.
 */
export type ServiceBalanceLowEvent = AcquisitionEventInSuite<'service_balance_low'>

/**
 * 服务商获客额度已经耗尽 — the service provider's own acquisition quota has no units left. Only suites (third-party apps, 第三方应用)
 * receive this event.
 */
export type ServiceBalanceExhaustedEvent = AcquisitionEventInSuite<'service_balance_exhausted'>

/**
 * 服务商获客额度消耗 — one unit of the service provider's own acquisition quota was used. Only suites (third-party apps, 第三方应用)
 * receive this event.
 */
export type ServiceBalanceConsumedEvent = AcquisitionEventInSuite<
  'service_balance_consumed',
  {
    LinkId: string
    /** Channel (`customer_channel`) in the URL of the acquisition link. */
    State?: string | undefined
    /**
     * Key of the used unit of the acquisition quota (获客额度). Every unit has a different key. Several events may report
     * the same unit with the same key. So count different keys, not events.
     */
    OnceKey: string
  }
>

/**
 * 获客额度价格变更 — the price of one unit of the acquisition quota will change at `EffectiveTime`. Only suites (third-party
 * apps, 第三方应用) receive this event.
 */
export type ChangePriceEvent = AcquisitionEventInSuite<
  'change_price',
  {
    /** New price of one unit in fen (1/100 yuan). */
    Price: number
    /** Time when the new price takes effect, in unix seconds. */
    EffectiveTime: number
  }
>

/** 获客助手权限变更 — the app's permission to use acquisition links in a corp has changed. */
export interface AcquisitionPermitChangeEvent extends SuiteEvent<'customer_acquisition_permit_change'> {
  SuiteId: string
  /** Corp id (corpid) of the corp in which the permission changed. */
  AuthCorpId: string
}
