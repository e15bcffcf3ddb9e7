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

/** 获客额度即将过期事件 — a part of the acquisition quota expires in 14, 7, 3, 2 or 1 days. */
export type QuotaExpireSoonEvent = AcquisitionEvent<
  'quota_expire_soon',
  {
    /** When the units expire, in unix seconds. */
    ExpireTime: number
    /** Number of units that will expire. */
    ExpireQuotaNum: number
  }
>

/** 微信客户打开获客链接事件 — a person who is not a customer yet has opened the page of an acquisition link. */
export type OpenProfileEvent = AcquisitionEvent<
  'open_profile',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
  }
>

/** 通过获客链接申请好友事件 — a person has asked to add a member by an acquisition link with a channel. */
export type FriendRequestEvent = AcquisitionEvent<
  'friend_request',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State: string
  }
>

/** 微信客户发起会话事件 — a customer who came by an acquisition link has sent the first message. */
export type CustomerStartChatEvent = AcquisitionEvent<
  'customer_start_chat',
  {
    /** Userid of the member. */
    UserID: string
    ExternalUserID: string
    LinkId?: string | undefined
    /** Channel of the link (customer_channel). */
    State?: string | undefined
  }
>

/** 获客链接客户消息事件 — a customer who came by an acquisition link has sent the third, fifth or tenth message. */
export type MessageFromCustomerEvent = AcquisitionEvent<
  'message_from_customer',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
    /**
     * Key that `getAcquisitionChatInfo` of `@wecom/acquisition` exchanges within 30 minutes for member, customer and
     * number of messages. The key gives access to personal data, so do not log it.
     */
    ChatKey: string
  }
>

/** 获客链接客户删除成员事件 — a customer who came by an acquisition link has deleted the member. */
export type AcquisitionDelFollowUserEvent =
  | EventInApp<
      'customer_acquisition',
      'del_follow_user',
      DeletedByCustomer & {
        /** Channel of the link (customer_channel). */
        State?: string | undefined
      }
    >
  | AcquisitionEventInSuite<'del_follow_user', DeletedByCustomer>

interface DeletedByCustomer {
  /** Userid of the member. */
  UserID?: string | undefined
  ExternalUserID?: string | undefined
  LinkId?: string | undefined
}

/**
 * 服务商获客额度即将耗尽 — only few units are left of the provider's own acquisition quota. This event exists in the form for
 * suites only.
 */
export type ServiceBalanceLowEvent = AcquisitionEventInSuite<'service_balance_low'>

/** 服务商获客额度已经耗尽 — the provider's own acquisition quota is used up. This event exists in the form for suites only. */
export type ServiceBalanceExhaustedEvent = AcquisitionEventInSuite<'service_balance_exhausted'>

/**
 * 服务商获客额度消耗 — a unit of the provider's own acquisition quota was used. This event exists in the form for suites only.
 */
export type ServiceBalanceConsumedEvent = AcquisitionEventInSuite<
  'service_balance_consumed',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
    /** Key of the used unit. Each unit has another key, so count units by it. */
    OnceKey: string
  }
>

/** 获客额度价格变更 — the price of a unit of the acquisition quota changes. This event exists in the form for suites only. */
export type ChangePriceEvent = AcquisitionEventInSuite<
  'change_price',
  {
    /** New price in fen (1/100 yuan). */
    Price: number
    /** When the new price takes effect, in unix seconds. */
    EffectiveTime: number
  }
>

/** 获客助手权限变更 — the permission of the app to use acquisition links in a corp has changed. */
export interface AcquisitionPermitChangeEvent extends SuiteEvent<'customer_acquisition_permit_change'> {
  SuiteId: string
  /** Id of the corp. */
  AuthCorpId: string
}
