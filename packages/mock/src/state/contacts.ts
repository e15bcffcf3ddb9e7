import type { ExternalProfile, WechatChannels } from '@wecom/contacts'
import type { Clock } from '../base/clock.ts'
import { Keyed, Rows } from '../base/rows.ts'

/** A customer. A customer never changes. */
export interface Customer {
  /** Id of the customer. Starts with `wm` for a WeChat user, with `wo` for a WeCom user. */
  readonly external_userid: string
  readonly name: string
  readonly avatar?: string | undefined
  /** Kind of user: 1 WeChat user, 2 WeCom user. */
  readonly type: 1 | 2
  /** Gender: 0 unknown, 1 male, 2 female. */
  readonly gender: 0 | 1 | 2
  readonly unionid?: string | undefined
  readonly position?: string | undefined
  readonly corp_name?: string | undefined
  readonly corp_full_name?: string | undefined
  readonly external_profile?: ExternalProfile | undefined
}

/** All customers that the corp ever had. */
export class Customers extends Keyed<Customer> {
  constructor() {
    super(({ external_userid }) => external_userid)
  }

  add(customer: Customer): void {
    this.put(customer)
  }
}

/** A follow relation (跟进关系) with the member's notes. Only `Follows.change` changes it. */
export interface Follow {
  readonly userid: string
  readonly external_userid: string
  /** The member's name for the customer (备注). */
  readonly remark: string
  readonly description: string
  /** When the member added the customer, in unix seconds. */
  readonly createtime: number
  /** The customer's corp in the member's notes. Only for WeChat users. */
  readonly remark_corp_name?: string | undefined
  readonly remark_mobiles: readonly string[]
  readonly remark_pic_mediaid?: string | undefined
  /** Ids of corp tags and of rule groups' tags. */
  readonly tag_ids: readonly string[]
  /** Tags that only this member sees. */
  readonly personal_tags: readonly PersonalTag[]
  readonly add_way: number
  /** Id of the person who started the relation: the member, the customer or a colleague of the member. */
  readonly oper_userid: string
  /** Channel of the contact way or link that the customer came by. */
  readonly state?: string | undefined
  readonly wechat_channels?: WechatChannels | undefined
  /**
   * When the customer deleted the member, in unix seconds. The member keeps the customer, but messages do not reach the
   * customer.
   */
  readonly customer_left_at?: number | undefined
  /** When the member sent the request, in unix seconds. Absent if there was none, or the customer accepted at once. */
  readonly asked_at?: number | undefined
  /** When the customer agreed that chats with the member are archived, in unix seconds. */
  readonly archive_agreed_at?: number | undefined
}

/** Fields of a follow relation that can change. */
type FollowChange = Partial<
  Pick<
    Follow,
    | 'remark'
    | 'description'
    | 'remark_corp_name'
    | 'remark_mobiles'
    | 'remark_pic_mediaid'
    | 'tag_ids'
    | 'customer_left_at'
    | 'archive_agreed_at'
  >
>

/** An ended follow relation, with the fields that statistics need. */
export type EndedFollow = Pick<Follow, 'userid' | 'external_userid' | 'createtime' | 'oper_userid' | 'asked_at'>

export interface PersonalTag {
  group_name: string
  tag_name: string
}

/** The follow relations of the corp. */
export class Follows {
  /** Follow relations in the order of their creation. */
  readonly #all = new Set<Follow>()
  readonly #byMember = new Map<string, Set<Follow>>()
  /**
   * Follow relations by customer. The values are arrays, because a customer has few members, and a million maps with
   * one entry take 250 MB.
   */
  readonly #byCustomer = new Map<string, readonly Follow[]>()
  #ended: EndedFollow[] = []
  /** Relations that ended since the state was loaded. A saved state does not contain them. */
  #removed: { readonly at: number; readonly follow: Follow }[] = []
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  load(follows: readonly Follow[]): void {
    this.#removed = []
    this.#all.clear()
    this.#byMember.clear()
    this.#byCustomer.clear()
    for (const follow of follows) this.add(follow)
  }

  loadEnded(ended: readonly EndedFollow[]): void {
    this.#ended = [...ended]
  }

  list(): Follow[] {
    return [...this.#all]
  }

  /** Returns the ended relations, the earliest end first. */
  ended(): readonly EndedFollow[] {
    return this.#ended
  }

  /**
   * Returns the relations that ended since a time in milliseconds since 1970. If the relation of a pair ended twice,
   * only the last one.
   */
  endedSince(moment: number): Follow[] {
    const last = new Map<string, Follow>()
    for (const { at, follow } of this.#removed) {
      if (at >= moment) last.set(`${follow.userid} ${follow.external_userid}`, follow)
    }
    return [...last.values()]
  }

  find(userid: string, external_userid: string): Follow | undefined {
    return this.#byCustomer.get(external_userid)?.find((follow) => follow.userid === userid)
  }

  ofMember(userid: string): Follow[] {
    return [...(this.#byMember.get(userid) ?? [])]
  }

  ofCustomer(external_userid: string): Follow[] {
    return [...(this.#byCustomer.get(external_userid) ?? [])]
  }

  countOfMember(userid: string): number {
    return this.#byMember.get(userid)?.size ?? 0
  }

  add(follow: Follow): void {
    const { userid, external_userid } = follow
    this.#all.add(follow)
    const ofMember = this.#byMember.get(userid) ?? new Set()
    this.#byMember.set(userid, ofMember.add(follow))
    const ofCustomer = this.#byCustomer.get(external_userid)
    // An array literal uses less memory than a spread.
    this.#byCustomer.set(external_userid, ofCustomer ? [...ofCustomer, follow] : [follow])
  }

  change(follow: Follow, change: FollowChange): void {
    Object.assign(follow, change)
  }

  remove(follow: Follow): void {
    const { userid, external_userid, createtime, oper_userid, asked_at } = follow
    this.#ended.push({
      userid,
      external_userid,
      createtime,
      oper_userid,
      ...(asked_at !== undefined && { asked_at }),
    })
    this.#removed.push({ at: this.#clock.now(), follow })
    this.#all.delete(follow)
    this.#byMember.get(userid)?.delete(follow)
    this.#byCustomer.set(
      external_userid,
      this.ofCustomer(external_userid).filter((other) => other !== follow),
    )
  }
}

/** How a follow relation began or was requested. */
export interface Meeting {
  userid: string
  external_userid: string
  /** Source of the customer (客户来源), as in `follow_user[].add_way`. */
  add_way: number
  /** Id of the person who started the relation. */
  oper_userid: string
  /** Channel of the contact way or link that the customer came by. */
  state?: string | undefined
  /** Id of the contact way that the customer used. */
  config_id?: string | undefined
  /** Id of the acquisition link that the customer used. */
  link_id?: string | undefined
  /** When the relation was requested, in unix seconds. Absent if the request was accepted at once. */
  asked_at?: number | undefined
}

/** A pending request of a customer to a member, or of a member to a customer. */
export interface FriendRequest extends Meeting {
  asked_at: number
}

/** The pending requests. */
export class FriendRequests extends Rows<FriendRequest> {
  /** Adds a request. Replaces an earlier request between the two people. */
  put(request: FriendRequest): void {
    this.take(request.userid, request.external_userid)
    this.add(request)
  }

  /** Removes and returns the request between two people. */
  take(userid: string, external_userid: string): FriendRequest | undefined {
    const index = this.rows.findIndex(
      (request) => request.userid === userid && request.external_userid === external_userid,
    )
    return index === -1 ? undefined : this.rows.splice(index, 1)[0]
  }
}

/** A deletion of a customer by a member, or of a member by a customer. */
export interface Parting {
  userid: string
  external_userid: string
  /** The person who deleted the other one. */
  by: 'member' | 'customer'
  /** Time of the deletion in unix seconds. */
  at: number
}

/**
 * Deletions between members and customers, oldest first. They are the history; the follow relations have the current
 * state.
 */
export class Partings extends Rows<Parting> {
  /** Returns the last deletion between two people. */
  last(userid: string, external_userid: string): Parting | undefined {
    return this.rows.findLast((parting) => parting.userid === userid && parting.external_userid === external_userid)
  }
}

/**
 * A WeChat user whom a member serves and who is not a customer: a contact of the member, or a person in a group chat.
 */
export interface ServedContact {
  /**
   * Identifies the person. If a member met the person in several places, all entries have the same value. Calls never
   * return it.
   */
  contact: string
  /** Nickname with masked characters, as the API returns it. */
  name: string
  /** The userid of the member who added the contact or owns the group chat. */
  follow_userid: string
  /** Id of the group chat where they met. */
  chat_id?: string | undefined
  /** Name of the group chat where they met, if it is not a 客户群. */
  chat_name?: string | undefined
  /** When the person was first added or first joined, in unix seconds. */
  add_time: number
}

/** Contacts that are not customers. */
export class ServedContacts extends Rows<ServedContact> {}

/** A message between a member and a customer. */
export interface DirectMessage {
  userid: string
  external_userid: string
  /** Sender of the message. */
  from: 'member' | 'customer'
  /** Time of the message in unix seconds. */
  time: number
}

/** A message in a group chat. */
export interface GroupMessage {
  chat_id: string
  /** The userid or external_userid of the sender. */
  from: string
  /** Time of the message in unix seconds. */
  time: number
}

/** Messages with sender, receiver and time, oldest first. Their text is not stored. */
export class Conversations {
  readonly #direct = new Rows<DirectMessage>()
  readonly #group = new Rows<GroupMessage>()

  loadDirect(messages: readonly DirectMessage[]): void {
    this.#direct.load(messages)
  }

  loadGroup(messages: readonly GroupMessage[]): void {
    this.#group.load(messages)
  }

  direct(): readonly DirectMessage[] {
    return this.#direct.list()
  }

  group(): readonly GroupMessage[] {
    return this.#group.list()
  }

  /** Returns how many messages a customer wrote to a member since a time in unix seconds. */
  countFromCustomer(userid: string, external_userid: string, since: number): number {
    return this.direct().filter(
      (message) =>
        message.from === 'customer' &&
        message.userid === userid &&
        message.external_userid === external_userid &&
        message.time >= since,
    ).length
  }

  /** Whether two people ever wrote to each other. */
  haveTalked(userid: string, external_userid: string): boolean {
    return this.direct().some((message) => message.userid === userid && message.external_userid === external_userid)
  }

  addDirect(message: DirectMessage): void {
    this.#direct.add(message)
  }

  addGroup(message: GroupMessage): void {
    this.#group.add(message)
  }
}
