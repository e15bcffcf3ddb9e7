import * as v from 'valibot'
import { wireObject } from '../../endpoint/wireObject.ts'

/** Id and name of a corp. */
export interface CorpIdentity {
  /**
   * Id of the corp. The id is encrypted (密文) if the ids of the corp were upgraded for service providers (服务商 ID 升级).
   */
  corpid: string
  /** Short name of the corp. */
  corp_name: string
}

export const corpIdentitySchema: v.GenericSchema<CorpIdentity> = wireObject<CorpIdentity>({
  corpid: v.string(),
  corp_name: v.string(),
})
