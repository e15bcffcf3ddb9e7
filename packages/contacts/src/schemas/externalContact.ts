import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer of the corp: a WeChat user, or a WeCom user of another corp. */
export interface ExternalContact {
  /**
   * Id of the customer. It starts with `wm` for a WeChat user, and with `wo` for a WeCom user. Different corps and
   * providers receive different ids for the same person.
   */
  external_userid: string
  /** Name of the customer: the nickname of a WeChat user, or the external alias or real name of a WeCom user. */
  name: string
  /** URL of the customer's picture. WeCom does not return it to third-party and provider-developed apps (代开发应用). */
  avatar?: string | undefined
  /** Kind of the customer: 1 WeChat user, 2 WeCom user. */
  type: 1 | 2 | (number & {})
  /** Gender of the customer: 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2 | (number & {})
  /**
   * Unionid of the customer, an id of WeChat. Only WeChat users have it, and only if the corp has bound a WeChat
   * developer account.
   */
  unionid?: string | undefined
  /** Job title of the customer. Only WeCom users have it. */
  position?: string | undefined
  /** Short name of the customer's corp. Only WeCom users have it. */
  corp_name?: string | undefined
  /**
   * Legal name of the customer's corp. Only WeCom users have it. Apps that are not self-built receive the short name
   * instead.
   */
  corp_full_name?: string | undefined
  /** Profile that the customer shows to people outside the customer's own corp. Only WeCom users have it. */
  external_profile?: ExternalProfile | undefined
}

export interface ExternalProfile {
  external_attr?: ExternalAttribute[] | undefined
  /** Short name that the customer's corp shows to external contacts. */
  external_corp_name?: string | undefined
}

export interface ExternalAttribute {
  /** Kind of the attribute: 0 text (field `text`), 1 web page (field `web`), 2 mini program (field `miniprogram`). */
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
