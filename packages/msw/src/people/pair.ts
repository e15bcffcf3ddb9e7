import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'

/** A member and a customer. */
export interface Pair {
  readonly userid: string
  readonly external_userid: string
}

export const pairSchema: v.GenericSchema<Pair> = seedRow<Pair>({ userid: id, external_userid: id })
