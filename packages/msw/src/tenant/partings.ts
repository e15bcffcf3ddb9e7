import { Rows } from './Rows.ts'

/** That a member deleted a customer, or the other way round. */
export interface Parting {
  userid: string
  external_userid: string
  /** Who deleted the other. */
  by: 'member' | 'customer'
  /** Unix seconds. */
  at: number
}

/** Who deleted whom, oldest first. What holds now, the follows tell. */
export class Partings extends Rows<Parting> {
  /** The last one between two people. */
  last(userid: string, external_userid: string): Parting | undefined {
    return this.rows.findLast((parting) => parting.userid === userid && parting.external_userid === external_userid)
  }
}
