import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { SuiteEvent } from './SuiteEvent.ts'

type AcquisitionEvent<Change extends string, Content = unknown> = CustomerEvent<'customer_acquisition', Change, Content>
type AcquisitionEventInSuite<Change extends string, Content = unknown> = EventInSuite<
  'customer_acquisition',
  Change,
  Content
>

/** 获客额度即将耗尽事件 — fewer than 20 units are left. */
export type BalanceLowEvent = AcquisitionEvent<'balance_low'>

/** 使用量已经耗尽事件 — no unit is left. */
export type BalanceExhaustedEvent = AcquisitionEvent<'balance_exhausted'>

/** 获客额度增加 — there are units again after there were none. */
export type BalanceIncreasedEvent = AcquisitionEvent<'balance_increased'>

/** 获客链接不可用事件 — a link can no longer be used. */
export type LinkUnavailableEvent = AcquisitionEvent<
  'link_unavailable',
  {
    LinkId: string
  }
>

/** 删除获客链接事件 — a link has been deleted. */
export type DeleteLinkEvent = AcquisitionEvent<
  'delete_link',
  {
    LinkId: string
  }
>

/** 获客额度即将过期事件 — a part of the balance expires in 14, 7, 3, 2 or 1 days. */
export type QuotaExpireSoonEvent = AcquisitionEvent<
  'quota_expire_soon',
  {
    /** Unix seconds. */
    ExpireTime: number
    /** Units that will expire. */
    ExpireQuotaNum: number
  }
>

/** 微信客户打开获客链接事件 — a person who is not a customer yet has opened the page of a link. */
export type OpenProfileEvent = AcquisitionEvent<
  'open_profile',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
  }
>

/** 通过获客链接申请好友事件 — a person has asked to add a member by a link with a channel. */
export type FriendRequestEvent = AcquisitionEvent<
  'friend_request',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State: string
  }
>

/** 微信客户发起会话事件 — a customer who came by a link has sent the first message. */
export type CustomerStartChatEvent = AcquisitionEvent<
  'customer_start_chat',
  {
    /** The member. */
    UserID: string
    ExternalUserID: string
    LinkId?: string | undefined
    /** Channel of the link (customer_channel). */
    State?: string | undefined
  }
>

/** 获客链接客户消息事件 — the third, fifth and tenth message of a customer who came by a link. */
export type MessageFromCustomerEvent = AcquisitionEvent<
  'message_from_customer',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
    /**
     * Exchange it within 30 minutes for member, customer and count. It gives access to personal data: do not log it.
     */
    ChatKey: string
  }
>

/** 获客链接客户删除成员事件 — a customer who came by a link has deleted the member. */
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
  /** The member. */
  UserID?: string | undefined
  ExternalUserID?: string | undefined
  LinkId?: string | undefined
}

/** 服务商获客额度即将耗尽 — the provider's own balance runs low. In the suite form only. */
export type ServiceBalanceLowEvent = AcquisitionEventInSuite<'service_balance_low'>

/** 服务商获客额度已经耗尽 — the provider's own balance is used up. In the suite form only. */
export type ServiceBalanceExhaustedEvent = AcquisitionEventInSuite<'service_balance_exhausted'>

/** 服务商获客额度消耗 — a unit of the provider's own balance was used. In the suite form only. */
export type ServiceBalanceConsumedEvent = AcquisitionEventInSuite<
  'service_balance_consumed',
  {
    LinkId: string
    /** Channel of the link (customer_channel). */
    State?: string | undefined
    /** Unique for each unit: count by it. */
    OnceKey: string
  }
>

/** 获客额度价格变更 — the price of a unit changes. In the suite form only. */
export type ChangePriceEvent = AcquisitionEventInSuite<
  'change_price',
  {
    /** Fen, a hundredth of a yuan. */
    Price: number
    /** Unix seconds. */
    EffectiveTime: number
  }
>

/** 获客助手权限变更 — whether the app may use acquisition in a corp has changed. */
export interface AcquisitionPermitChangeEvent extends SuiteEvent<'customer_acquisition_permit_change'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
}
