import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer as every call returns it. */
export interface ExternalContact {
  /** Starts with `wm` for a WeChat user, `wo` for a WeCom user. Corps and providers get different ids for one person. */
  external_userid: string
  /** Nickname of a WeChat user; external alias or real name of a WeCom user. */
  name: string
  /** Not returned to third-party and provider-developed apps. */
  avatar?: string | undefined
  /** 1 WeChat user, 2 WeCom user. */
  type: 1 | 2 | (number & {})
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2 | (number & {})
  /** Only for WeChat users, and only if the corp has bound a WeChat developer id. */
  unionid?: string | undefined
  /** Job title; only for WeCom users. */
  position?: string | undefined
  /** Short name of the corp; only for WeCom users. */
  corp_name?: string | undefined
  /** Legal name of the corp, only for WeCom users; apps other than self-built ones get `corp_name` here. */
  corp_full_name?: string | undefined
  /** External profile; only for WeCom users. */
  external_profile?: ExternalProfile | undefined
}

export interface ExternalProfile {
  external_attr?: ExternalAttribute[] | undefined
  /** Short name of the corp for external contacts. */
  external_corp_name?: string | undefined
}

export interface ExternalAttribute {
  /** 0 text, 1 web page, 2 mini program: tells which of the fields below is present. */
  type: 0 | 1 | 2 | (number & {})
  name: string
  text?: ExternalAttributeText | undefined
  web?: ExternalAttributeWeb | undefined
  miniprogram?: ExternalAttributeMiniprogram | undefined
}

export interface ExternalAttributeText {
  value: string
}

export interface ExternalAttributeWeb {
  url: string
  title: string
}

export interface ExternalAttributeMiniprogram {
  appid: string
  pagepath?: string | undefined
  title: string
}

const externalProfileSchema: v.GenericSchema<ExternalProfile> = wireObject<ExternalProfile>({
  external_attr: v.optional(
    v.array(
      wireObject<ExternalAttribute>({
        type: v.number(),
        name: v.string(),
        text: v.optional(wireObject<ExternalAttributeText>({ value: v.string() })),
        web: v.optional(wireObject<ExternalAttributeWeb>({ url: v.string(), title: v.string() })),
        miniprogram: v.optional(
          wireObject<ExternalAttributeMiniprogram>({
            appid: v.string(),
            pagepath: v.optional(v.string()),
            title: v.string(),
          }),
        ),
      }),
    ),
  ),
  external_corp_name: v.optional(v.string()),
})

export const externalContactEntries: Entries<ExternalContact> = {
  external_userid: v.string(),
  name: v.string(),
  avatar: v.optional(v.string()),
  type: v.number(),
  gender: v.number(),
  unionid: v.optional(v.string()),
  position: v.optional(v.string()),
  corp_name: v.optional(v.string()),
  corp_full_name: v.optional(v.string()),
  external_profile: v.optional(externalProfileSchema),
}

export const externalContactSchema: v.GenericSchema<ExternalContact> =
  wireObject<ExternalContact>(externalContactEntries)
