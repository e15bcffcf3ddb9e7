import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** What one corp calls an external contact. */
export interface CorpExternalUserid {
  corpid: string
  external_userid: string
}

export const corpExternalUseridSchema: v.GenericSchema<CorpExternalUserid> = wireObject<CorpExternalUserid>({
  corpid: v.string(),
  external_userid: v.string(),
})
