import type { CustomerEvent } from './CustomerEvent.ts'

type ChatEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_chat', Change, Content>

/** 客户群创建事件 — a customer group has come into being. */
export type ChatCreateEvent = ChatEvent<
  'create',
  {
    ChatId: string
  }
>

/**
 * 客户群变更事件 — members, owner, name or notice of a customer group have changed.
 *
 * Where `LastMemVer` is the member_version of your copy, apply `MemChangeList` and keep `CurMemVer`; otherwise read the
 * group again.
 */
export type ChatUpdateEvent = ChatEvent<
  'update',
  {
    ChatId: string
    UpdateDetail?:
      | 'add_member'
      | 'del_member'
      | 'change_owner'
      | 'change_name'
      | 'change_notice'
      | (string & {})
      | undefined
    /** Of `add_member` only: 0 invited, 3 by the group's QR code. */
    JoinScene?: 0 | 3 | (number & {}) | undefined
    /** Of `del_member` only: 0 left, 1 removed by owner or administrator. */
    QuitScene?: 0 | 1 | (number & {}) | undefined
    /** Of `add_member` and `del_member` only: how many. */
    MemChangeCnt?: number | undefined
    /** Of `add_member` and `del_member` only: who. */
    MemChangeList?: MemChangeList | undefined
    /** Version of the list of members before the change. */
    LastMemVer?: string | undefined
    /** Version of the list of members after the change. */
    CurMemVer?: string | undefined
  }
>

export interface MemChangeList {
  /** userids of members and external_userids of customers; the latter open with wm or wo. */
  Item: string[]
}

/** 客户群解散事件 — the owner has dismissed a customer group. */
export type ChatDismissEvent = ChatEvent<
  'dismiss',
  {
    ChatId: string
  }
>
