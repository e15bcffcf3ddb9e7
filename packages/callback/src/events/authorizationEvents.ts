import type { SuiteEvent } from './SuiteEvent.ts'

/**
 * 推送suite_ticket — comes every ten minutes. Keep the newest by `TimeStamp` where all processes find it, for 30 minutes:
 * without one there is no token.
 */
export interface SuiteTicketEvent extends SuiteEvent<'suite_ticket'> {
  SuiteId: string
  SuiteTicket: string
}

/**
 * 授权成功通知 — a corp has authorized the app. Which corp, `getPermanentCode` tells. The answer is due within a second:
 * trade the code afterwards.
 */
export interface CreateAuthEvent extends SuiteEvent<'create_auth'> {
  SuiteId: string
  /** Good for one `getPermanentCode`, for 10 minutes. */
  AuthCode: string
  /** Your own, given when the authorization began. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** 变更授权通知 — range, permissions or mode of an authorization have changed: read them with `getAuthInfo`. */
export interface ChangeAuthEvent extends SuiteEvent<'change_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  /** Your own, given when the authorization began. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** Of apps for customer service (微信客服). */
export interface AuthorizationExtraInfo {
  AuthOpenKfIdList?: AuthOpenKfIdList | undefined
}

export interface AuthOpenKfIdList {
  /** The authorized accounts. */
  OpenKfId: string[]
}

/** 取消授权通知 — a corp has removed the app: drop its permanent code, tokens and data. */
export interface CancelAuthEvent extends SuiteEvent<'cancel_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
}

/** 重置永久授权码通知 — a provider-developed app gets a new secret. The answer is due within a second. */
export interface ResetPermanentCodeEvent extends SuiteEvent<'reset_permanent_code'> {
  /** Id of the template. */
  SuiteId: string
  /** Good for one `getPermanentCode`, for 10 minutes; that also tells which corp. */
  AuthCode: string
}

/** 获客助手权限确认事件 — a corp has confirmed that the app may use acquisition. */
export interface ApproveSpecialAuthEvent extends SuiteEvent<'approve_special_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 获客助手权限取消事件 — a corp has withdrawn that permission. */
export interface CancelSpecialAuthEvent extends SuiteEvent<'cancel_special_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 同意external_userid迁移 — a corp has agreed to external_userids that hold for all apps of the provider. */
export interface AgreeExternalUseridMigrationEvent extends SuiteEvent<'agree_external_userid_migration'> {
  /** The corp. */
  AuthCorpId: string
  /** corpid of the provider. */
  ServiceCorpId: string
}

/** 取消授权 — named by other libraries, not by the documentation: its fields are not known. */
export interface DelAuthEvent extends SuiteEvent<'del_auth'> {}
