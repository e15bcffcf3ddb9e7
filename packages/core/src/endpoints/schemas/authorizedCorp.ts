import * as v from 'valibot'
import { type Entries, wireObject } from '../../endpoint/wireObject.ts'

/**
 * Fields of a corp that authorized an app. `getAuthInfo`, `getAuthInfoLegacy` and `getPermanentCodeLegacy` return these
 * fields.
 */
export interface AuthorizedCorpProfile {
  /** Whether WeCom has verified the corp: `verified` or `unverified`. */
  corp_type?: 'verified' | 'unverified' | (string & {}) | undefined
  corp_square_logo_url?: string | undefined
  /** Maximum number of members of the corp. */
  corp_user_max?: number | undefined
  /** Legal name of the corp. Absent if the corp is not verified. */
  corp_full_name?: string | undefined
  /** Time at which the corp's verification expires, in unix seconds. Absent if the corp is not verified. */
  verified_end_time?: number | undefined
  /**
   * Type of the corp (企业类型), as a number. The values are listed on
   * https://developer.work.weixin.qq.com/document/path/100795
   */
  subject_type?: number | undefined
  /** Size of the corp (企业规模): a text such as `51-100人`. */
  corp_scale?: string | undefined
  corp_industry?: string | undefined
  corp_sub_industry?: string | undefined
}

/** A corp that authorized an app, as `getAuthInfoLegacy` and `getPermanentCodeLegacy` return it. */
export interface AuthorizedCorp extends AuthorizedCorpProfile {
  /**
   * Id of the corp that authorized the app. The id is encrypted (密文) if the ids of the corp were upgraded for service
   * providers (服务商 ID 升级).
   */
  corpid: string
  /** Short name of the corp. */
  corp_name: string
  /** Maximum number of apps of the corp. Usually absent: WeCom no longer documents this field. */
  corp_agent_max?: number | undefined
  /** URL of the QR code by which WeChat users follow the corp. */
  corp_wxqrcode?: string | undefined
  /** Location of the corp. Usually absent: WeCom no longer documents this field. */
  location?: string | undefined
  auth_type?: number | undefined
}

/** Other names of a corp. */
export interface CorpAliases {
  /**
   * Names of the corp: a list or a string. WeCom's samples differ: the sample of `getAuthInfoLegacy` has a list, the
   * sample of `getAuthInfo` has a string.
   */
  name_list?: string[] | string | undefined
}

export const authorizedCorpProfileEntries: Entries<AuthorizedCorpProfile> = {
  corp_type: v.optional(v.string()),
  corp_square_logo_url: v.optional(v.string()),
  corp_user_max: v.optional(v.number()),
  corp_full_name: v.optional(v.string()),
  verified_end_time: v.optional(v.number()),
  subject_type: v.optional(v.number()),
  corp_scale: v.optional(v.string()),
  corp_industry: v.optional(v.string()),
  corp_sub_industry: v.optional(v.string()),
}

export const authorizedCorpEntries: Entries<AuthorizedCorp> = {
  ...authorizedCorpProfileEntries,
  corpid: v.string(),
  corp_name: v.string(),
  corp_agent_max: v.optional(v.number()),
  corp_wxqrcode: v.optional(v.string()),
  location: v.optional(v.string()),
  auth_type: v.optional(v.number()),
}

export const corpAliasesSchema: v.GenericSchema<CorpAliases> = wireObject<CorpAliases>({
  name_list: v.optional(v.union([v.array(v.string()), v.string()])),
})
