import type { CustomerEvent, EventInApp, EventInSuite } from './CustomerEvent.ts'
import type { Welcome } from './Welcome.ts'

type ContactEvent<Change extends string, Content = unknown> = CustomerEvent<'change_external_contact', Change, Content>

interface NewContact {
  ExternalUserID: string
  /**
   * Channel that the customer used: the `state` of a contact way, or the `customer_channel` of an acquisition link.
   * Anybody can change the channel in a URL, so do not grant rights because of this value.
   */
  State?: string | undefined
  /**
   * Code for sending a welcome message to the new customer. The field `welcome` contains the same code with its
   * deadline.
   */
  WelcomeCode?: string | undefined
  /**
   * Code and deadline for sending a welcome message to the new customer. The SDK adds this field if WeCom sent a
   * `WelcomeCode`.
   */
  welcome?: Welcome | undefined
}

interface AddedContact extends NewContact {
  /**
   * Id of the acquisition link that the customer used. Only apps with the acquisition component (获客助手组件) receive this
   * field.
   */
  LinkId?: string | undefined
}

/**
 * 添加企业客户事件 — a member has a new customer. WeCom also sends this event after a customer was transferred to another
 * member.
 */
export type AddExternalContactEvent =
  | EventInApp<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /** Userid of the member who has the new customer. */
        UserID: string
      }
    >
  | EventInSuite<
      'change_external_contact',
      'add_external_contact',
      AddedContact & {
        /**
         * Userid of the member who has the new customer. This field may be missing in events for apps with the
         * acquisition component (获客助手组件).
         */
        UserID?: string | undefined
      }
    >

/**
 * 编辑企业客户事件 — a member has changed the remarks or tags of a customer. The event does not contain the new values. Read
 * the new values with `getContact`.
 */
export type EditExternalContactEvent = ContactEvent<
  'edit_external_contact',
  {
    /** Userid of the member who made the change. */
    UserID: string
    ExternalUserID: string
    /** Channel through which the customer came. The official documentation no longer lists this field. */
    State?: string | undefined
  }
>

/**
 * 外部联系人免验证添加成员事件 — a person has added a member who accepts everybody without confirmation. The member has not added the
 * person back yet. Before the event `add_external_contact` arrives, `getContact` fails with errcode 84061 (no follow
 * relation). If you send the welcome message for this event, the later event `add_external_contact` will have no
 * `welcome`.
 */
export type AddHalfExternalContactEvent = ContactEvent<
  'add_half_external_contact',
  NewContact & {
    /** Userid of the member whom the person added. */
    UserID: string
  }
>

/** 删除企业客户事件 — a member has deleted a customer. The customer still has the member as a contact. */
export type DelExternalContactEvent = ContactEvent<
  'del_external_contact',
  {
    /** Userid of the member who deleted the customer. */
    UserID: string
    ExternalUserID: string
    /** Reason of the deletion. `DELETE_BY_TRANSFER` means that the customer was transferred to another member. */
    Source?: 'DELETE_BY_TRANSFER' | (string & {}) | undefined
  }
>

/** 删除跟进成员事件 — a customer has deleted a member. The member still has the customer. */
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
    /**
     * Reason why the transfer failed. `customer_refused`: the customer refused the new member. `customer_limit_exceed`:
     * the new member already has the maximum number of customers.
     */
    FailReason: 'customer_refused' | 'customer_limit_exceed' | (string & {})
    /**
     * Userid of the member who had the customer, or of the member who should receive the customer. WeCom's
     * documentation does not say which of the two.
     */
    UserID: string
    ExternalUserID: string
  }
>

/** 客户同意进行聊天内容存档事件 — a customer has agreed to the archiving of conversations (会话内容存档) with a member. */
export type MsgAuditApprovedEvent = ContactEvent<
  'msg_audit_approved',
  {
    /** Userid of the member whose conversations with the customer may be archived. */
    UserID: string
    ExternalUserID: string
    /** Code for sending the welcome message. The field `welcome` contains the same code with its deadline. */
    WelcomeCode?: string | undefined
    /** Code and deadline of the welcome message. The SDK adds this field if WeCom sent a `WelcomeCode`. */
    welcome?: Welcome | undefined
  }
>
