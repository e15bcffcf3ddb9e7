import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** Id and name of a corp. */
export interface CorpIdentity {
  /** Id of the corp. The id is encrypted for the provider if WeCom upgraded the ids of the corp. */
  corpid: string
  /** Short name of the corp. */
  corp_name: string
}

export const corpIdentitySchema: v.GenericSchema<CorpIdentity> = wireObject<CorpIdentity>({
  corpid: v.string(),
  corp_name: v.string(),
})
