import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** Which corp it is. */
export interface CorpIdentity {
  /** Provider-scoped where the provider's ids were upgraded. */
  corpid: string
  /** Short name. */
  corp_name: string
}

export const corpIdentitySchema: v.GenericSchema<CorpIdentity> = wireObject<CorpIdentity>({
  corpid: v.string(),
  corp_name: v.string(),
})
