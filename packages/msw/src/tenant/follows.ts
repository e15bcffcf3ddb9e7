import type { WechatChannels } from '@wecom/contacts'

/** That a member has a customer, and what the member noted. */
export interface Follow {
  userid: string
  external_userid: string
  /** The member's name for the customer. */
  remark: string
  description: string
  /** When the member added the customer, in unix seconds. */
  createtime: number
  /** The customer's corp as the member noted it; only of WeChat users. */
  remark_corp_name?: string | undefined
  remark_mobiles: readonly string[]
  remark_pic_mediaid?: string | undefined
  /** Ids of corp tags and rule-group tags. */
  tag_ids: readonly string[]
  /** Tags that only this member sees. */
  personal_tags: readonly PersonalTag[]
  add_way: number
  /** Who started it: the member, the customer (then an external_userid), or a colleague. */
  oper_userid: string
  /** The channel that the customer came by. */
  state?: string | undefined
  wechat_channels?: WechatChannels | undefined
  /** When the customer deleted the member, in unix seconds. The member still has the customer, but reaches them no more. */
  customer_left_at?: number | undefined
}

/** A follow that is over: what statistics still have to know of it. */
export type EndedFollow = Pick<Follow, 'userid' | 'external_userid' | 'createtime' | 'oper_userid'>

export interface PersonalTag {
  group_name: string
  tag_name: string
}

/** Who has whom. */
export class Follows {
  /** In the order in which they came about, which a seed keeps. */
  readonly #all = new Set<Follow>()
  readonly #byMember = new Map<string, Set<Follow>>()
  /** Arrays, as a customer has few members: a million maps of one entry would take a quarter of a gigabyte. */
  readonly #byCustomer = new Map<string, readonly Follow[]>()
  #ended: EndedFollow[] = []

  load(follows: readonly Follow[], ended: readonly EndedFollow[]): void {
    this.#ended = [...ended]
    this.#all.clear()
    this.#byMember.clear()
    this.#byCustomer.clear()
    for (const follow of follows) this.add(follow)
  }

  list(): Follow[] {
    return [...this.#all]
  }

  /** Those that are over, oldest end first. */
  ended(): readonly EndedFollow[] {
    return this.#ended
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
    // A literal takes no more room than needed, a spread does.
    this.#byCustomer.set(external_userid, ofCustomer ? [...ofCustomer, follow] : [follow])
  }

  remove(follow: Follow): void {
    const { userid, external_userid, createtime, oper_userid } = follow
    this.#ended.push({ userid, external_userid, createtime, oper_userid })
    this.#all.delete(follow)
    this.#byMember.get(userid)?.delete(follow)
    this.#byCustomer.set(
      external_userid,
      this.ofCustomer(external_userid).filter((other) => other !== follow),
    )
  }
}
