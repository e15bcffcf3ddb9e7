import type { CustomerEvent } from './CustomerEvent.ts'

type ChatEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_chat', Change, Content>

/** 客户群创建事件 — a group chat was created. */
export type ChatCreateEvent = ChatEvent<
  'create',
  {
    ChatId: string
  }
>

/**
 * 客户群变更事件 — members, owner, name or notice of a group chat have changed.
 *
 * If `LastMemVer` is the member_version of your copy, apply `MemChangeList` and save `CurMemVer`; otherwise read the
 * group chat again.
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
    /** Only for `add_member`: 0 invited, 3 by the QR code of the group chat. */
    JoinScene?: 0 | 3 | (number & {}) | undefined
    /** Only for `del_member`: 0 left, 1 removed by owner or administrator. */
    QuitScene?: 0 | 1 | (number & {}) | undefined
    /** Only for `add_member` and `del_member`: the number of people. */
    MemChangeCnt?: number | undefined
    /** Only for `add_member` and `del_member`: the people. */
    MemChangeList?: MemChangeList | undefined
    /** Version of the list of members before the change. */
    LastMemVer?: string | undefined
    /** Version of the list of members after the change. */
    CurMemVer?: string | undefined
  }
>

export interface MemChangeList {
  /** userids of members and external_userids of customers; the latter start with wm or wo. */
  Item: string[]
}

/** 客户群解散事件 — the owner has dismissed a group chat. */
export type ChatDismissEvent = ChatEvent<
  'dismiss',
  {
    ChatId: string
  }
>
