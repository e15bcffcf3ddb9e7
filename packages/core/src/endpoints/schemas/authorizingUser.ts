import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** The administrator who authorized the app. Every field may be empty. */
export interface AuthorizingUser {
  userid?: string | undefined
  /** Id encrypted for the provider. */
  open_userid?: string | undefined
  name?: string | undefined
  /** URL of the picture. */
  avatar?: string | undefined
}

export const authorizingUserSchema: v.GenericSchema<AuthorizingUser> = wireObject<AuthorizingUser>({
  userid: v.optional(v.string()),
  open_userid: v.optional(v.string()),
  name: v.optional(v.string()),
  avatar: v.optional(v.string()),
})
