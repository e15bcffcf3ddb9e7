import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** A corp's authorization of an app. */
export interface Authorization {
  /**
   * The authorized app, as a list with one entry. The list of an old suite can have several entries, because old suites
   * contain several apps.
   */
  agent?: AuthorizedAgent[] | undefined
}

/** An app that a corp has authorized. */
export interface AuthorizedAgent {
  /** Id of the app in the corp that authorized the app. */
  agentid: number
  name: string
  round_logo_url?: string | undefined
  square_logo_url?: string | undefined
  /** Number of the app within its suite. Only old suites, which contain several apps, have this field. */
  appid?: number | undefined
  /** Kind of person who authorized the app: 0 an administrator for the corp, 1 a member for themselves. */
  auth_mode?: 0 | 1 | (number & {}) | undefined
  /** Whether the app is a provider-developed app (代开发应用). */
  is_customized_app?: boolean | undefined
  /** Whether the authorization came through another third-party app. */
  auth_from_thirdapp?: boolean | undefined
  /** The visible range of the app. Absent if a member authorized the app. */
  privilege?: AuthorizedAgentPrivilege | undefined
  /** The corp that shares the app with this corp. Absent if the app is not shared. */
  shared_from?: AuthorizedAgentSource | undefined
}

/** The visible range of an app: ids of departments and tags, and userids of members. */
export interface AuthorizedAgentPrivilege {
  level?: number | undefined
  allow_party?: number[] | undefined
  allow_user?: string[] | undefined
  allow_tag?: number[] | undefined
  extra_party?: number[] | undefined
  extra_user?: string[] | undefined
  extra_tag?: number[] | undefined
}

/** The corp that shares an app with other corps. */
export interface AuthorizedAgentSource {
  corpid: string
  share_type?: number | undefined
}

/**
 * The paid edition (付费版本) of each app. The fields are listed on
 * https://developer.work.weixin.qq.com/document/path/90604
 */
export interface AppEditions {
  agent: Record<string, unknown>[]
}

export const authorizationSchema: v.GenericSchema<Authorization> = wireObject<Authorization>({
  agent: v.optional(
    v.array(
      wireObject<AuthorizedAgent>({
        agentid: v.number(),
        name: v.string(),
        round_logo_url: v.optional(v.string()),
        square_logo_url: v.optional(v.string()),
        appid: v.optional(v.number()),
        auth_mode: v.optional(v.number()),
        is_customized_app: v.optional(v.boolean()),
        auth_from_thirdapp: v.optional(v.boolean()),
        privilege: v.optional(
          wireObject<AuthorizedAgentPrivilege>({
            level: v.optional(v.number()),
            allow_party: v.optional(v.array(v.number())),
            allow_user: v.optional(v.array(v.string())),
            allow_tag: v.optional(v.array(v.number())),
            extra_party: v.optional(v.array(v.number())),
            extra_user: v.optional(v.array(v.string())),
            extra_tag: v.optional(v.array(v.number())),
          }),
        ),
        shared_from: v.optional(
          wireObject<AuthorizedAgentSource>({
            corpid: v.string(),
            share_type: v.optional(v.number()),
          }),
        ),
      }),
    ),
  ),
})

export const appEditionsSchema: v.GenericSchema<AppEditions> = wireObject<AppEditions>({
  agent: v.array(v.record(v.string(), v.unknown())),
})
