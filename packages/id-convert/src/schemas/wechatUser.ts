import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The unionid and the openid of a WeChat user. Both come from the same mini program or official account. */
export interface WechatUser {
  unionid: string
  /** Openid of the user in the mini program or official account. */
  openid: string
}

export const wechatUserEntries: Entries<WechatUser> = {
  unionid: v.pipe(v.string(), v.nonEmpty()),
  openid: v.pipe(v.string(), v.nonEmpty()),
}

export const wechatUserSchema: v.GenericSchema<WechatUser> = wireObject<WechatUser>(wechatUserEntries)
