import type { SuiteEvent } from './SuiteEvent.ts'

/**
 * 推送suite_ticket — a new ticket of a suite. A suite is a third-party app (第三方应用), or a template of provider-developed
 * apps (代开发模板). WeCom sends a ticket every ten minutes. Each ticket is valid for 30 minutes. Requests for tokens need
 * the ticket, so save it where all processes can read it. If several tickets arrive, keep the ticket with the newest
 * `TimeStamp`.
 */
export interface SuiteTicketEvent extends SuiteEvent<'suite_ticket'> {
  SuiteId: string
  SuiteTicket: string
}

/**
 * 授权成功通知 — a corp has authorized the app. Pass `AuthCode` to `getPermanentCode`. The result contains the corp id and
 * the permanent code. WeCom expects the response to this event within a second. So respond first, and call
 * `getPermanentCode` afterwards.
 */
export interface CreateAuthEvent extends SuiteEvent<'create_auth'> {
  SuiteId: string
  /** Temporary authorization code for `getPermanentCode`. The code works once, and expires after 10 minutes. */
  AuthCode: string
  /** Value that you set as `state` in the authorization link that the administrator opened. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/**
 * 变更授权通知 — the authorization of a corp has changed: the visible range of the app, the permissions of the app, or the
 * authorization mode (by an admin, or by individual members). Read the new values with `getAuthInfo`.
 */
export interface ChangeAuthEvent extends SuiteEvent<'change_auth'> {
  SuiteId: string
  /** Corp id (corpid) of the corp whose authorization changed. */
  AuthCorpId: string
  /** Value that you set as `state` in the authorization link that the administrator opened. */
  State?: string | undefined
  ExtraInfo?: AuthorizationExtraInfo | undefined
}

/** Further data of an authorization. WeCom sends it only to apps for customer service (微信客服). */
export interface AuthorizationExtraInfo {
  AuthOpenKfIdList?: AuthOpenKfIdList | undefined
}

export interface AuthOpenKfIdList {
  /** Ids (open_kfid) of the customer service accounts that the corp authorized. */
  OpenKfId: string[]
}

/**
 * 取消授权通知 — a corp has cancelled the authorization of the app. Delete the permanent code, the tokens and the data of the
 * corp.
 */
export interface CancelAuthEvent extends SuiteEvent<'cancel_auth'> {
  SuiteId: string
  /** Corp id (corpid) of the corp that cancelled the authorization. */
  AuthCorpId: string
}

/**
 * 重置永久授权码通知 — the permanent code of a provider-developed app (代开发应用) was reset. Pass `AuthCode` to `getPermanentCode`
 * to get the new permanent code. WeCom expects the response to this event within a second. So respond first, and call
 * `getPermanentCode` afterwards.
 */
export interface ResetPermanentCodeEvent extends SuiteEvent<'reset_permanent_code'> {
  /** Id of the template (代开发模板) of the provider-developed app. */
  SuiteId: string
  /**
   * Temporary authorization code for `getPermanentCode`. The code works once, and expires after 10 minutes. The result
   * of `getPermanentCode` contains the corp id.
   */
  AuthCode: string
}

/** 获客助手权限确认事件 — a corp has confirmed that the app may use acquisition links. */
export interface ApproveSpecialAuthEvent extends SuiteEvent<'approve_special_auth'> {
  SuiteId: string
  /** Corp id (corpid) of the corp that confirmed the permission. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/** 获客助手权限取消事件 — a corp has withdrawn the app's permission to use acquisition links. */
export interface CancelSpecialAuthEvent extends SuiteEvent<'cancel_special_auth'> {
  SuiteId: string
  /** Corp id (corpid) of the corp that withdrew the permission. */
  AuthCorpId: string
  AuthType: 'customer_acquisition' | (string & {})
}

/**
 * 同意external_userid迁移 — a corp has agreed to migrate its external_userids. After the migration, a customer has the same
 * external_userid in all apps of the service provider.
 */
export interface AgreeExternalUseridMigrationEvent extends SuiteEvent<'agree_external_userid_migration'> {
  /** Corp id (corpid) of the corp that agreed. */
  AuthCorpId: string
  /** Corp id (corpid) of the service provider. */
  ServiceCorpId: string
}

/** 取消授权 — event that is not in WeCom's documentation, only in other SDKs. Its fields are unknown. */
export interface DelAuthEvent extends SuiteEvent<'del_auth'> {}
