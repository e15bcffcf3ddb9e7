import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The external_userid of a person in one corp. */
export interface CorpExternalUserid {
  corpid: string
  external_userid: string
}

export const corpExternalUseridSchema: v.GenericSchema<CorpExternalUserid> = wireObject<CorpExternalUserid>({
  corpid: v.string(),
  external_userid: v.string(),
})
