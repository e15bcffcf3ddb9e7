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
 * If `LastMemVer` is the member_version of the group chat that you stored, apply `MemChangeList` to it and store
 * `CurMemVer`. Otherwise read the group chat again.
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
    /** How the people joined: 0 invited, 3 by the QR code of the group chat. Only for `add_member`. */
    JoinScene?: 0 | 3 | (number & {}) | undefined
    /** How the people left: 0 left by themselves, 1 removed by the owner or an administrator. Only for `del_member`. */
    QuitScene?: 0 | 1 | (number & {}) | undefined
    /** Number of people who joined or left. Only for `add_member` and `del_member`. */
    MemChangeCnt?: number | undefined
    /** The people who joined or left. Only for `add_member` and `del_member`. */
    MemChangeList?: MemChangeList | undefined
    /** Version of the list of members before the change. */
    LastMemVer?: string | undefined
    /** Version of the list of members after the change. */
    CurMemVer?: string | undefined
  }
>

export interface MemChangeList {
  /** Userids of members and external_userids of customers. An external_userid starts with wm or wo. */
  Item: string[]
}

/** 客户群解散事件 — the owner has dismissed a group chat. */
export type ChatDismissEvent = ChatEvent<
  'dismiss',
  {
    ChatId: string
  }
>
