import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { Welcome } from './Welcome.ts'

type ContactEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_contact', Change, Content>

/** Where a customer came from, and how to welcome them. */
interface NewContact {
  ExternalUserID: string
  /** Channel of the contact way or acquisition link. It travels through a URL: never trust it as an authorization. */
  State?: string | undefined
  /** What `welcome` is made of. */
  WelcomeCode?: string | undefined
  /** The welcome message that may be sent. Not on the wire: it is there where a `WelcomeCode` is. */
  welcome?: Welcome | undefined
}

interface AddedContact extends NewContact {
  /** Acquisition link; only for apps with the acquisition component. */
  LinkId?: string | undefined
}

/** 添加企业客户事件 — a customer has become a contact of a member; also after a transfer has gone through. */
export type AddExternalContactEvent =
  | EventInApp<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /** The member. */
        UserID: string
      }
    >
  | EventInSuite<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /** The member; may be missing for apps with the acquisition component. */
        UserID?: string | undefined
      }
    >

/** 编辑企业客户事件 — a member has changed remarks or tags of a customer. What changed is only in the detail. */
export type EditExternalContactEvent = ContactEvent<
  'edit_external_contact',
  {
    /** The member. */
    UserID: string
    ExternalUserID: string
    /** Channel; no longer documented. */
    State?: string | undefined
  }
>

/**
 * 外部联系人免验证添加成员事件 — somebody has added a member who accepts without a look, and whom the member has not
 * added back. Until `add_external_contact` follows, the detail cannot be read (84061). If its `welcome` is used, that one has none.
 */
export type AddHalfExternalContactEvent = ContactEvent<
  'add_half_external_contact',
  NewContact & {
    /** The member. */
    UserID: string
  }
>

/** 删除企业客户事件 — a member has deleted a customer, who still has the member. */
export type DelExternalContactEvent = ContactEvent<
  'del_external_contact',
  {
    /** The member who deleted. */
    UserID: string
    ExternalUserID: string
    /** `DELETE_BY_TRANSFER`: handed over to another member. */
    Source?: 'DELETE_BY_TRANSFER' | (string & {}) | undefined
  }
>

/** 删除跟进成员事件 — a customer has deleted a member, who still has the customer. */
export type DelFollowUserEvent = ContactEvent<
  'del_follow_user',
  {
    /** The member who was deleted. */
    UserID: string
    ExternalUserID: string
  }
>

/** 客户接替失败事件 — a transfer of a customer to another member did not go through. */
export type TransferFailEvent = ContactEvent<
  'transfer_fail',
  {
    /** The customer refused, or the member has as many customers as are allowed. */
    FailReason: 'customer_refused' | 'customer_limit_exceed' | (string & {})
    /** The member. */
    UserID: string
    ExternalUserID: string
  }
>

/** 客户同意进行聊天内容存档事件 — a customer has agreed to the archiving of conversations (会话内容存档). */
export type MsgAuditApprovedEvent = ContactEvent<
  'msg_audit_approved',
  {
    /** The member. */
    UserID: string
    ExternalUserID: string
    /** What `welcome` is made of. */
    WelcomeCode?: string | undefined
    /** The welcome message that may be sent. Not on the wire: it is there where a `WelcomeCode` is. */
    welcome?: Welcome | undefined
  }
>
