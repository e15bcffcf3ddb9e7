import type { CustomerEvent } from './CustomerEvent.ts'

type ContactEvent<Change extends string> = CustomerEvent<'change_external_contact', Change>

/** 添加企业客户事件 — a customer has become a contact of a member; also after a transfer has gone through. */
export interface AddExternalContactEvent extends ContactEvent<'add_external_contact'> {
  /** The member. */
  UserID: string
  ExternalUserID: string
  /** Channel of the contact way or acquisition link. It travels through a URL: never trust it as an authorization. */
  State?: string | undefined
  /** Good for one welcome message, for 20 seconds: see `welcomeOf`. */
  WelcomeCode?: string | undefined
  /** Acquisition link; only for apps with the acquisition component. */
  LinkId?: string | undefined
}

/** 编辑企业客户事件 — a member has changed remarks or tags of a customer. What changed is only in the detail. */
export interface EditExternalContactEvent extends ContactEvent<'edit_external_contact'> {
  /** The member. */
  UserID: string
  ExternalUserID: string
  /** Channel; no longer documented. */
  State?: string | undefined
}

/**
 * 外部联系人免验证添加成员事件 — somebody has added a member who accepts without a look, and whom the member has not
 * added back. Until `add_external_contact` follows, the detail cannot be read (84061).
 */
export interface AddHalfExternalContactEvent extends ContactEvent<'add_half_external_contact'> {
  /** The member. */
  UserID: string
  ExternalUserID: string
  /** Channel of the contact way or acquisition link. */
  State?: string | undefined
  /** Good for one welcome message, for 20 seconds: see `welcomeOf`. Once used, `add_external_contact` has none. */
  WelcomeCode?: string | undefined
}

/** 删除企业客户事件 — a member has deleted a customer, who still has the member. */
export interface DelExternalContactEvent extends ContactEvent<'del_external_contact'> {
  /** The member who deleted. */
  UserID: string
  ExternalUserID: string
  /** `DELETE_BY_TRANSFER`: handed over to another member. */
  Source?: 'DELETE_BY_TRANSFER' | (string & {}) | undefined
}

/** 删除跟进成员事件 — a customer has deleted a member, who still has the customer. */
export interface DelFollowUserEvent extends ContactEvent<'del_follow_user'> {
  /** The member who was deleted. */
  UserID: string
  ExternalUserID: string
}

/** 客户接替失败事件 — a transfer of a customer to another member did not go through. */
export interface TransferFailEvent extends ContactEvent<'transfer_fail'> {
  /** The customer refused, or the member has as many customers as are allowed. */
  FailReason: 'customer_refused' | 'customer_limit_exceed' | (string & {})
  /** The member. */
  UserID: string
  ExternalUserID: string
}

/** 客户同意进行聊天内容存档事件 — a customer has agreed to the archiving of conversations (会话内容存档). */
export interface MsgAuditApprovedEvent extends ContactEvent<'msg_audit_approved'> {
  /** The member. */
  UserID: string
  ExternalUserID: string
  /** See `welcomeOf`. */
  WelcomeCode?: string | undefined
}
