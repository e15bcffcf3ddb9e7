import { Rows } from './Rows.ts'

/** How a member and a customer come together, or are about to. */
export interface Meeting {
  userid: string
  external_userid: string
  /** Source of the customer (客户来源), as in `follow_user[].add_way`. */
  add_way: number
  /** Who started it. */
  oper_userid: string
  /** The channel that the customer came by. */
  state?: string | undefined
  /** The contact way that the customer used. */
  config_id?: string | undefined
  /** The acquisition link that the customer used. */
  link_id?: string | undefined
  /** When it was asked for, in unix seconds; absent where nobody had to wait. */
  asked_at?: number | undefined
}

/** A customer who asked to add a member, or the other way round, and waits for an answer. */
export interface FriendRequest extends Meeting {
  asked_at: number
}

/** The requests that nobody has answered yet. */
export class FriendRequests extends Rows<FriendRequest> {
  /** Puts a request in the place of an earlier one between the two. */
  put(request: FriendRequest): void {
    this.take(request.userid, request.external_userid)
    this.add(request)
  }

  /** The request between two people, which is over by this. */
  take(userid: string, external_userid: string): FriendRequest | undefined {
    const index = this.rows.findIndex(
      (request) => request.userid === userid && request.external_userid === external_userid,
    )
    return index === -1 ? undefined : this.rows.splice(index, 1)[0]
  }
}
