import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { Welcome } from './Welcome.ts'

type ContactEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_contact', Change, Content>

/** The channel of a new customer, and the code for the welcome message. */
interface NewContact {
  ExternalUserID: string
  /** Channel of the contact way or acquisition link. It comes from a URL, so never use it to grant rights. */
  State?: string | undefined
  /** Code of the welcome message. `welcome` contains the same code with its deadline. */
  WelcomeCode?: string | undefined
  /**
   * The welcome message that you may send. WeCom does not send this field: the parser adds it if there is a
   * `WelcomeCode`.
   */
  welcome?: Welcome | undefined
}

interface AddedContact extends NewContact {
  /** Id of the acquisition link. Only apps with the acquisition component (获客助手组件) receive it. */
  LinkId?: string | undefined
}

/** 添加企业客户事件 — a member has a new customer. A transfer raises this event, too. */
export type AddExternalContactEvent =
  | EventInApp<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /** Userid of the member. */
        UserID: string
      }
    >
  | EventInSuite<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /** Userid of the member. It may be missing for apps with the acquisition component (获客助手组件). */
        UserID?: string | undefined
      }
    >

/** 编辑企业客户事件 — a member has changed remarks or tags of a customer. Call `getContact` to see the change. */
export type EditExternalContactEvent = ContactEvent<
  'edit_external_contact',
  {
    /** Userid of the member. */
    UserID: string
    ExternalUserID: string
    /** Channel of the customer. WeCom no longer documents this field. */
    State?: string | undefined
  }
>

/**
 * 外部联系人免验证添加成员事件 — a person has added a member who accepts everybody, and the member has not added the person back. The
 * customer cannot be read (84061) until `add_external_contact` follows. If you use the `welcome` of this event, the
 * later event has none.
 */
export type AddHalfExternalContactEvent = ContactEvent<
  'add_half_external_contact',
  NewContact & {
    /** Userid of the member. */
    UserID: string
  }
>

/** 删除企业客户事件 — a member has deleted a customer, who still has the member. */
export type DelExternalContactEvent = ContactEvent<
  'del_external_contact',
  {
    /** Userid of the member who deleted the customer. */
    UserID: string
    ExternalUserID: string
    /** Reason of the deletion. `DELETE_BY_TRANSFER`: the customer was handed over to another member. */
    Source?: 'DELETE_BY_TRANSFER' | (string & {}) | undefined
  }
>

/** 删除跟进成员事件 — a customer has deleted a member, who still has the customer. */
export type DelFollowUserEvent = ContactEvent<
  'del_follow_user',
  {
    /** Userid of the member whom the customer deleted. */
    UserID: string
    ExternalUserID: string
  }
>

/** 客户接替失败事件 — a transfer of a customer to another member failed. */
export type TransferFailEvent = ContactEvent<
  'transfer_fail',
  {
    /** Reason of the failure: the customer refused, or the member has reached the limit of customers. */
    FailReason: 'customer_refused' | 'customer_limit_exceed' | (string & {})
    /** Userid of the member. */
    UserID: string
    ExternalUserID: string
  }
>

/** 客户同意进行聊天内容存档事件 — a customer has agreed to the archiving of conversations (会话内容存档). */
export type MsgAuditApprovedEvent = ContactEvent<
  'msg_audit_approved',
  {
    /** Userid of the member. */
    UserID: string
    ExternalUserID: string
    /** Code of the welcome message. `welcome` contains the same code with its deadline. */
    WelcomeCode?: string | undefined
    /**
     * The welcome message that you may send. WeCom does not send this field: the parser adds it if there is a
     * `WelcomeCode`.
     */
    welcome?: Welcome | undefined
  }
>
