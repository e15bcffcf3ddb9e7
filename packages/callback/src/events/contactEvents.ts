import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { Welcome } from './Welcome.ts'

type ContactEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_contact', Change, Content>

/** The channel of a new customer, and the code for the welcome message. */
interface NewContact {
  ExternalUserID: string
  /** Channel of the contact way or acquisition link. It comes from a URL: never trust it as an authorization. */
  State?: string | undefined
  /** The code in `welcome`. */
  WelcomeCode?: string | undefined
  /** The welcome message that you may send. Not on the wire: set if there is a `WelcomeCode`. */
  welcome?: Welcome | undefined
}

interface AddedContact extends NewContact {
  /** Acquisition link; only for apps with the acquisition component. */
  LinkId?: string | undefined
}

/** 添加企业客户事件 — a member has a new customer, also after a transfer. */
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

/** 编辑企业客户事件 — a member has changed remarks or tags of a customer. Read the customer to see the change. */
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
 * 外部联系人免验证添加成员事件 — a person has added a member who accepts everybody, and whom the member has not added back. The
 * customer cannot be read (84061) until `add_external_contact` follows. If you use this `welcome`, that event has none.
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

/** 客户接替失败事件 — a transfer of a customer to another member failed. */
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
    /** The code in `welcome`. */
    WelcomeCode?: string | undefined
    /** The welcome message that you may send. Not on the wire: set if there is a `WelcomeCode`. */
    welcome?: Welcome | undefined
  }
>
