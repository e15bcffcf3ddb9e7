import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** The administrator who authorized the app. Every field may be empty. */
export interface AuthorizingUser {
  userid?: string | undefined
  /** Id of the administrator. The id is encrypted for the provider. */
  open_userid?: string | undefined
  name?: string | undefined
  /** URL of the administrator's profile picture. */
  avatar?: string | undefined
}

export const authorizingUserSchema: v.GenericSchema<AuthorizingUser> = wireObject<AuthorizingUser>({
  userid: v.optional(v.string()),
  open_userid: v.optional(v.string()),
  name: v.optional(v.string()),
  avatar: v.optional(v.string()),
})
