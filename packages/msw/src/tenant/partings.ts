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
export class Partings {
  #partings: Parting[] = []

  load(partings: readonly Parting[]): void {
    this.#partings = [...partings]
  }

  list(): readonly Parting[] {
    return this.#partings
  }

  add(parting: Parting): void {
    this.#partings.push(parting)
  }

  /** The last one between two people. */
  last(userid: string, external_userid: string): Parting | undefined {
    return this.#partings.findLast(
      (parting) => parting.userid === userid && parting.external_userid === external_userid,
    )
  }
}
