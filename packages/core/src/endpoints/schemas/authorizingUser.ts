import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** The corp's administrator who authorized the app. Every field may be empty. */
export interface AuthorizingUser {
  userid?: string | undefined
  /**
   * Encrypted id of the administrator who authorized the app. WeCom encrypts it for the service provider (服务商) of the
   * app: other providers receive another id.
   */
  open_userid?: string | undefined
  name?: string | undefined
  /** URL of the profile picture of the administrator who authorized the app. */
  avatar?: string | undefined
}

export const authorizingUserSchema: v.GenericSchema<AuthorizingUser> = wireObject<AuthorizingUser>({
  userid: v.optional(v.string()),
  open_userid: v.optional(v.string()),
  name: v.optional(v.string()),
  avatar: v.optional(v.string()),
})
