import * as v from 'valibot'
import type { Entries } from '../../endpoint/wireObject.ts'

/** A corp that authorized the app, and its permanent code. */
export interface AuthorizedCorpParams {
  /** The corp that authorized the app. */
  auth_corpid: string
  /** From `getPermanentCode`. */
  permanent_code: string
}

export const authorizedCorpParamsEntries: Entries<AuthorizedCorpParams> = {
  auth_corpid: v.pipe(v.string(), v.nonEmpty()),
  permanent_code: v.pipe(v.string(), v.nonEmpty()),
}
