import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** Id and name of a corp. */
export interface CorpIdentity {
  /** Encrypted for the provider if its ids were upgraded. */
  corpid: string
  /** Short name. */
  corp_name: string
}

export const corpIdentitySchema: v.GenericSchema<CorpIdentity> = wireObject<CorpIdentity>({
  corpid: v.string(),
  corp_name: v.string(),
})
