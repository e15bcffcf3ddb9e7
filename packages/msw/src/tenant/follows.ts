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
  remark_mobiles: string[]
  remark_pic_mediaid?: string | undefined
  /** Ids of corp tags and rule-group tags. */
  tag_ids: string[]
  /** Tags that only this member sees. */
  personal_tags: PersonalTag[]
  add_way: number
  /** Who started it: the member, the customer (then an external_userid), or a colleague. */
  oper_userid: string
  /** The channel that the customer came by. */
  state?: string | undefined
  wechat_channels?: WechatChannels | undefined
}

export interface PersonalTag {
  group_name: string
  tag_name: string
}

/** Who has whom. */
export class Follows {
  /** In the order in which they came about, which a seed keeps. */
  readonly #all = new Set<Follow>()
  readonly #byMember = new Map<string, Map<string, Follow>>()
  readonly #byCustomer = new Map<string, Map<string, Follow>>()

  load(follows: readonly Follow[]): void {
    this.#all.clear()
    this.#byMember.clear()
    this.#byCustomer.clear()
    for (const follow of follows) this.add(follow)
  }

  list(): Follow[] {
    return [...this.#all]
  }

  find(userid: string, external_userid: string): Follow | undefined {
    return this.#byMember.get(userid)?.get(external_userid)
  }

  ofMember(userid: string): Follow[] {
    return [...(this.#byMember.get(userid)?.values() ?? [])]
  }

  ofCustomer(external_userid: string): Follow[] {
    return [...(this.#byCustomer.get(external_userid)?.values() ?? [])]
  }

  countOfMember(userid: string): number {
    return this.#byMember.get(userid)?.size ?? 0
  }

  add(follow: Follow): void {
    this.#all.add(follow)
    put(this.#byMember, follow.userid, follow.external_userid, follow)
    put(this.#byCustomer, follow.external_userid, follow.userid, follow)
  }

  remove(follow: Follow): void {
    const { userid, external_userid } = follow
    this.#all.delete(follow)
    this.#byMember.get(userid)?.delete(external_userid)
    this.#byCustomer.get(external_userid)?.delete(userid)
  }
}

function put(index: Map<string, Map<string, Follow>>, outer: string, inner: string, follow: Follow): void {
  const follows = index.get(outer) ?? new Map<string, Follow>()
  follows.set(inner, follow)
  index.set(outer, follows)
}
