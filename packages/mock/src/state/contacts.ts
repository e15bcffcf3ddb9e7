import type { ExternalProfile, WechatChannels } from '@wecom/contacts'
import type { Clock } from '../base/clock.ts'
import { Keyed, Rows } from '../base/rows.ts'

/** A customer. The fake corp never changes the data of an existing customer (name, avatar, …). */
export interface Customer {
  /** Id of the customer. The id of a WeChat user starts with `wm`. The id of a WeCom user starts with `wo`. */
  readonly external_userid: string
  readonly name: string
  readonly avatar?: string | undefined
  /** Kind of customer: 1 WeChat user, 2 WeCom user. */
  readonly type: 1 | 2
  /** Gender of the customer: 0 unknown, 1 male, 2 female. */
  readonly gender: 0 | 1 | 2
  readonly unionid?: string | undefined
  readonly position?: string | undefined
  readonly corp_name?: string | undefined
  readonly corp_full_name?: string | undefined
  readonly external_profile?: ExternalProfile | undefined
}

/**
 * Holds all people who are or were customers. A person stays in the list after all follow relations of this person with
 * members have ended.
 */
export class Customers extends Keyed<Customer> {
  constructor() {
    super(({ external_userid }) => external_userid)
  }

  add(customer: Customer): void {
    this.put(customer)
  }
}

/**
 * A follow relation (跟进关系) between a member and a customer, with the member's notes. To change it, call
 * `Follows.change`.
 */
export interface Follow {
  readonly userid: string
  readonly external_userid: string
  /** Name that the member uses for the customer (备注). */
  readonly remark: string
  readonly description: string
  /**
   * When the follow relation began, in unix seconds. It begins when the member and the customer become contacts, or
   * when the customer is transferred to the member.
   */
  readonly createtime: number
  /** Name of the customer's corp, as the member noted it. Set only if the customer is a WeChat user. */
  readonly remark_corp_name?: string | undefined
  readonly remark_mobiles: readonly string[]
  readonly remark_pic_mediaid?: string | undefined
  /** Ids of the customer's tags: corp tags, and tags of rule groups. */
  readonly tag_ids: readonly string[]
  /** The customer's tags that only this member can see. */
  readonly personal_tags: readonly PersonalTag[]
  readonly add_way: number
  /**
   * Id of the person who started the follow relation: the member, the customer, or another member of the corp. After a
   * transfer, this is the member who had the customer before.
   */
  readonly oper_userid: string
  /** Channel parameter (`state`) of the contact way or acquisition link that the customer used. */
  readonly state?: string | undefined
  readonly wechat_channels?: WechatChannels | undefined
  /**
   * When the customer deleted the member, in unix seconds. The member still has the customer, but messages no longer
   * reach the customer.
   */
  readonly customer_left_at?: number | undefined
  /**
   * When the member sent the request to add the customer, in unix seconds. Missing if the customer added the member, or
   * accepted the request at once.
   */
  readonly asked_at?: number | undefined
  /** When the customer agreed that chats with the member are archived (会话内容存档), in unix seconds. */
  readonly archive_agreed_at?: number | undefined
}

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

/** A follow relation that has ended. It contains only the fields that statistics need. */
export type EndedFollow = Pick<Follow, 'userid' | 'external_userid' | 'createtime' | 'oper_userid' | 'asked_at'>

export interface PersonalTag {
  group_name: string
  tag_name: string
}

export class Follows {
  readonly #all = new Set<Follow>()
  readonly #byMember = new Map<string, Set<Follow>>()
  // The values are arrays: with maps, a million customers would need 250 MB more memory.
  readonly #byCustomer = new Map<string, readonly Follow[]>()
  #ended: EndedFollow[] = []
  // For the fault `keeps-listing`: unlike `#ended`, complete relations, and only those since the state was loaded.
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

  ended(): readonly EndedFollow[] {
    return this.#ended
  }

  /**
   * Returns the follow relations (member and customer) that ended at or after `moment` (milliseconds since 1970). If
   * the relation of the same two people ended several times, returns only the last one. Relations that ended before
   * the state was loaded are missing.
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

/** How a member and a customer became contacts, or how one of them asked for it. */
export interface ContactOrigin {
  userid: string
  external_userid: string
  /** Source of the customer (客户来源), as WeCom's API returns it in `follow_user[].add_way`. */
  add_way: number
  /** Id of the person who added the other person: the userid of the member, or the external_userid of the customer. */
  oper_userid: string
  /** Channel parameter (`state`) of the contact way or acquisition link that the customer used. */
  state?: string | undefined
  config_id?: string | undefined
  link_id?: string | undefined
  /** When the request to become contacts was sent, in unix seconds. Missing if the request was accepted at once. */
  asked_at?: number | undefined
}

/** A request to become contacts that is not yet accepted. A customer sent it to a member, or a member to a customer. */
export interface FriendRequest extends ContactOrigin {
  asked_at: number
}

export class FriendRequests extends Rows<FriendRequest> {
  put(request: FriendRequest): void {
    this.take(request.userid, request.external_userid)
    this.add(request)
  }

  take(userid: string, external_userid: string): FriendRequest | undefined {
    const index = this.rows.findIndex(
      (request) => request.userid === userid && request.external_userid === external_userid,
    )
    return index === -1 ? undefined : this.rows.splice(index, 1)[0]
  }
}

/** A deletion: a member deleted a customer, or a customer deleted a member. */
export interface Parting {
  userid: string
  external_userid: string
  /** `member` if the member deleted the customer, `customer` if the customer deleted the member. */
  by: 'member' | 'customer'
  /** Time of the deletion, in unix seconds. */
  at: number
}

/**
 * Holds all deletions of contacts, oldest first. If the two people become contacts again, the list still contains the
 * earlier deletion.
 */
export class Partings extends Rows<Parting> {
  last(userid: string, external_userid: string): Parting | undefined {
    return this.rows.findLast((parting) => parting.userid === userid && parting.external_userid === external_userid)
  }
}

/**
 * A WeChat user who is in contact with a member, but whom no member has marked as a customer. Either the member added
 * the person, or the member owns a group chat that the person is in.
 */
export interface ServedContact {
  /**
   * Id of the person inside the fake corp. WeCom's API never returns this id. One person can have several
   * `ServedContact` entries, e.g. one for each group chat. All entries of one person have the same id.
   */
  contact: string
  /** Nickname of the person. Some of its characters are masked, as in answers of WeCom. */
  name: string
  /** The userid of the member who added the person or owns the group chat. */
  follow_userid: string
  /** Id of the group chat that the person is in. Set only if the chat is a group chat with customers (客户群). */
  chat_id?: string | undefined
  /** Name of the group chat that the person is in. Set only if the chat is not a group chat with customers (客户群). */
  chat_name?: string | undefined
  /** When the person was first added or first joined a group chat, in unix seconds. */
  add_time: number
}

export class ServedContacts extends Rows<ServedContact> {}

/** A message between a member and a customer. The fake corp does not store its text. */
export interface DirectMessage {
  userid: string
  external_userid: string
  /** Sender of the message: the member or the customer. */
  from: 'member' | 'customer'
  /** Time of the message, in unix seconds. */
  time: number
}

/** A message in a group chat. The fake corp does not store its text. */
export interface GroupMessage {
  chat_id: string
  /** Id of the sender: the userid of a member, or the external_userid of a customer. */
  from: string
  /** Time of the message, in unix seconds. */
  time: number
}

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

  countFromCustomer(userid: string, external_userid: string, since: number): number {
    return this.direct().filter(
      (message) =>
        message.from === 'customer' &&
        message.userid === userid &&
        message.external_userid === external_userid &&
        message.time >= since,
    ).length
  }

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
