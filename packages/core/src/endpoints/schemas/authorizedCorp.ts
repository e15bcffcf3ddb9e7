import * as v from 'valibot'
import { type Entries, wireObject } from '../../endpoint/wireObject.ts'

/** The fields of a corp that every version of the calls returns. */
export interface AuthorizedCorpProfile {
  /** Whether WeCom has verified the corp. */
  corp_type?: 'verified' | 'unverified' | (string & {}) | undefined
  corp_square_logo_url?: string | undefined
  /** How many members the corp may have. */
  corp_user_max?: number | undefined
  /** Legal name; only for verified corps. */
  corp_full_name?: string | undefined
  /** End of the verification, in unix seconds; only for verified corps. */
  verified_end_time?: number | undefined
  /** The corp's legal form, as a number. */
  subject_type?: number | undefined
  /** Size of the corp, in words. */
  corp_scale?: string | undefined
  corp_industry?: string | undefined
  corp_sub_industry?: string | undefined
}

/** A corp that authorized an app, as the older calls return it. */
export interface AuthorizedCorp extends AuthorizedCorpProfile {
  /** Encrypted for the provider if its ids were upgraded. */
  corpid: string
  /** Short name. */
  corp_name: string
  /** How many apps the corp may have; only in older answers. */
  corp_agent_max?: number | undefined
  /** URL of the QR code with which WeChat users follow the corp. */
  corp_wxqrcode?: string | undefined
  /** Only in older answers. */
  location?: string | undefined
  auth_type?: number | undefined
}

/** Other names of a corp. */
export interface CorpAliases {
  /** A list in the older version's sample, a string in that of v2: expect both. */
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
