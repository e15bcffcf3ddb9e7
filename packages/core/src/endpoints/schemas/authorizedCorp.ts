import * as v from 'valibot'
import { type Entries, wireObject } from '../../endpoint/wireObject.ts'

/** The fields of an authorized corp that every version of the calls returns. */
export interface AuthorizedCorpProfile {
  /** Whether WeCom has verified the corp. */
  corp_type?: 'verified' | 'unverified' | (string & {}) | undefined
  corp_square_logo_url?: string | undefined
  /** Maximum number of members of the corp. */
  corp_user_max?: number | undefined
  /** Legal name of the corp. Only verified corps have it. */
  corp_full_name?: string | undefined
  /** End of the verification, in unix seconds. Only verified corps have it. */
  verified_end_time?: number | undefined
  /** Legal form of the corp, as a number. */
  subject_type?: number | undefined
  /** Size of the corp, as a text. */
  corp_scale?: string | undefined
  corp_industry?: string | undefined
  corp_sub_industry?: string | undefined
}

/** A corp that authorized an app, as the older calls return it. */
export interface AuthorizedCorp extends AuthorizedCorpProfile {
  /** Id of the corp. It is encrypted for the provider if the ids of the corp were upgraded. */
  corpid: string
  /** Short name of the corp. */
  corp_name: string
  /** Maximum number of apps of the corp. Only older answers have this field. */
  corp_agent_max?: number | undefined
  /** URL of the QR code by which WeChat users follow the corp. */
  corp_wxqrcode?: string | undefined
  /** Location of the corp. Only older answers have this field. */
  location?: string | undefined
  auth_type?: number | undefined
}

/** Other names by which a corp is known. */
export interface CorpAliases {
  /** Names of the corp. WeCom's sample of the older call shows a list, its sample of v2 a string: expect both. */
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
