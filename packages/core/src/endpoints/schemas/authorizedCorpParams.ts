import * as v from 'valibot'
import type { Entries } from '../../endpoint/wireObject.ts'

/**
 * Parameters of a call about one authorization: the corp that authorized the app, and the permanent code of the corp.
 */
export interface AuthorizedCorpParams {
  /** Id of the corp that authorized the app. */
  auth_corpid: string
  /** Permanent code of the corp `auth_corpid`, from `getPermanentCode`. */
  permanent_code: string
}

export const authorizedCorpParamsEntries: Entries<AuthorizedCorpParams> = {
  auth_corpid: v.pipe(v.string(), v.nonEmpty()),
  permanent_code: v.pipe(v.string(), v.nonEmpty()),
}
