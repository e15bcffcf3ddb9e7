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
 * 客户群变更事件 — the people, owner, name or notice (群公告) of a group chat have changed.
 *
 * You can update a stored group chat without reading it again. Compare `LastMemVer` with the `member_version` that you
 * stored. If they are equal, apply `MemChangeList` and store `CurMemVer` as the new `member_version`. If they differ,
 * call `getGroupChat`.
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
    /**
     * Way in which the people joined: 0 by invitation, 3 by scanning the QR code of the group chat. Present if
     * `UpdateDetail` is `add_member`.
     */
    JoinScene?: 0 | 3 | (number & {}) | undefined
    /**
     * Way in which the people left: 0 by themselves, 1 removed by the owner or an administrator. Present if
     * `UpdateDetail` is `del_member`.
     */
    QuitScene?: 0 | 1 | (number & {}) | undefined
    /** Number of people who joined or left. Present if `UpdateDetail` is `add_member` or `del_member`. */
    MemChangeCnt?: number | undefined
    /** People who joined or left. Present if `UpdateDetail` is `add_member` or `del_member`. */
    MemChangeList?: MemChangeList | undefined
    /** Version of the list of people (`member_version`) before the change. */
    LastMemVer?: string | undefined
    /** Version of the list of people (`member_version`) after the change. */
    CurMemVer?: string | undefined
  }
>

export interface MemChangeList {
  /**
   * Ids of the people who joined or left the group chat: userids of members and external_userids of customers. An
   * external_userid starts with `wm` or `wo`.
   */
  Item: string[]
}

/** 客户群解散事件 — the owner has dismissed a group chat. */
export type ChatDismissEvent = ChatEvent<
  'dismiss',
  {
    ChatId: string
  }
>
