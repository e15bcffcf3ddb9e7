import type { SuiteEvent } from './SuiteEvent.ts'

/**
 * 推送suite_ticket — a new ticket of the suite, sent every ten minutes. Save the ticket with the newest `TimeStamp` for
 * 30 minutes in a place that all processes can read, because requests for tokens need it.
 */
export interface SuiteTicketEvent extends SuiteEvent<'suite_ticket'> {
  SuiteId: string
  SuiteTicket: string
}

/**
 * 授权成功通知 — a corp has authorized the app. `getPermanentCode` returns the id of this corp. WeCom expects an answer
 * within a second, so exchange the code after the answer.
 */
export interface CreateAuthEvent extends SuiteEvent<'create_auth'> {
  SuiteId: string
  /** Temporary code for `getPermanentCode`. It works for one call, within 10 minutes. */
  AuthCode: string
  /** Your own value from the link that started the authorization. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/**
 * 变更授权通知 — visible range, permissions or mode of an authorization have changed. `getAuthInfo` returns the new values.
 */
export interface ChangeAuthEvent extends SuiteEvent<'change_auth'> {
  SuiteId: string
  /** Id of the corp. */
  AuthCorpId: string
  /** Your own value from the link that started the authorization. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** Further data of an authorization. Only apps for customer service (微信客服) get it. */
export interface AuthorizationExtraInfo {
  AuthOpenKfIdList?: AuthOpenKfIdList | undefined
}

export interface AuthOpenKfIdList {
  /** Ids of the authorized customer-service accounts. */
  OpenKfId: string[]
}

/** 取消授权通知 — a corp has removed the app. Delete the permanent code, the tokens and the data of the corp. */
export interface CancelAuthEvent extends SuiteEvent<'cancel_auth'> {
  SuiteId: string
  /** Id of the corp. */
  AuthCorpId: string
}

/**
 * 重置永久授权码通知 — a provider-developed app gets a new permanent code. WeCom expects an answer within a second, so exchange
 * the code after the answer.
 */
export interface ResetPermanentCodeEvent extends SuiteEvent<'reset_permanent_code'> {
  /** Id of the template. */
  SuiteId: string
  /**
   * Temporary code for `getPermanentCode`. It works for one call, within 10 minutes. The result also names the corp.
   */
  AuthCode: string
}

/** 获客助手权限确认事件 — a corp has confirmed that the app may use acquisition links. */
export interface ApproveSpecialAuthEvent extends SuiteEvent<'approve_special_auth'> {
  SuiteId: string
  /** Id of the corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 获客助手权限取消事件 — a corp has withdrawn the permission to use acquisition links. */
export interface CancelSpecialAuthEvent extends SuiteEvent<'cancel_special_auth'> {
  SuiteId: string
  /** Id of the corp. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/**
 * 同意external_userid迁移 — a corp has agreed to a migration of its external_userids. After it, they are the same for all
 * apps of the provider.
 */
export interface AgreeExternalUseridMigrationEvent extends SuiteEvent<'agree_external_userid_migration'> {
  /** Id of the corp. */
  AuthCorpId: string
  /** Id of the provider's corp. */
  ServiceCorpId: string
}

/** 取消授权 — an event that other libraries name, but the documentation does not. Its fields are unknown. */
export interface DelAuthEvent extends SuiteEvent<'del_auth'> {}
