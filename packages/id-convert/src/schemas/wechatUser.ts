import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The ids of a WeChat user in a mini program or official account. */
export interface WechatUser {
  unionid: string
  /** Openid of the user, from the same mini program or official account as the unionid. */
  openid: string
}

export const wechatUserEntries: Entries<WechatUser> = {
  unionid: v.pipe(v.string(), v.nonEmpty()),
  openid: v.pipe(v.string(), v.nonEmpty()),
}

export const wechatUserSchema: v.GenericSchema<WechatUser> = wireObject<WechatUser>(wechatUserEntries)
