import type { SuiteEvent } from './SuiteEvent.ts'

/**
 * 推送suite_ticket — sent every ten minutes. Save the newest by `TimeStamp` for 30 minutes, where all processes find it:
 * tokens require it.
 */
export interface SuiteTicketEvent extends SuiteEvent<'suite_ticket'> {
  SuiteId: string
  SuiteTicket: string
}

/**
 * 授权成功通知 — a corp has authorized the app. `getPermanentCode` returns which one. WeCom expects an answer within a
 * second: exchange the code afterwards.
 */
export interface CreateAuthEvent extends SuiteEvent<'create_auth'> {
  SuiteId: string
  /** For one call of `getPermanentCode`, within 10 minutes. */
  AuthCode: string
  /** Your own value from the start of the authorization. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** 变更授权通知 — range, permissions or mode of an authorization have changed: read them with `getAuthInfo`. */
export interface ChangeAuthEvent extends SuiteEvent<'change_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  /** Your own value from the start of the authorization. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** Only for apps for customer service (微信客服). */
export interface AuthorizationExtraInfo {
  AuthOpenKfIdList?: AuthOpenKfIdList | undefined
}

export interface AuthOpenKfIdList {
  /** The authorized accounts. */
  OpenKfId: string[]
}

/** 取消授权通知 — a corp has removed the app: delete its permanent code, tokens and data. */
export interface CancelAuthEvent extends SuiteEvent<'cancel_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
}

/** 重置永久授权码通知 — a provider-developed app gets a new secret. WeCom expects an answer within a second. */
export interface ResetPermanentCodeEvent extends SuiteEvent<'reset_permanent_code'> {
  /** Id of the template. */
  SuiteId: string
  /** For one call of `getPermanentCode`, within 10 minutes. The call also returns which corp it is. */
  AuthCode: string
}

/** 获客助手权限确认事件 — a corp has confirmed that the app may use acquisition. */
export interface ApproveSpecialAuthEvent extends SuiteEvent<'approve_special_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 获客助手权限取消事件 — a corp has withdrawn the permission to use acquisition. */
export interface CancelSpecialAuthEvent extends SuiteEvent<'cancel_special_auth'> {
  SuiteId: string
  /** The corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 同意external_userid迁移 — a corp has agreed to external_userids that are the same for all apps of the provider. */
export interface AgreeExternalUseridMigrationEvent extends SuiteEvent<'agree_external_userid_migration'> {
  /** The corp. */
  AuthCorpId: string
  /** corpid of the provider. */
  ServiceCorpId: string
}

/** 取消授权 — named by other libraries, but not by the documentation: its fields are unknown. */
export interface DelAuthEvent extends SuiteEvent<'del_auth'> {}
