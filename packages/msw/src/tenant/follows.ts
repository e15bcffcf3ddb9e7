import type { WechatChannels } from '@wecom/contacts'
import { WrittenItems } from '../serve/WrittenItems.ts'

/** That a member has a customer, and what the member noted. Changed by `Follows.change` alone. */
export interface Follow {
  readonly userid: string
  readonly external_userid: string
  /** The member's name for the customer. */
  readonly remark: string
  readonly description: string
  /** When the member added the customer, in unix seconds. */
  readonly createtime: number
  /** The customer's corp as the member noted it; only of WeChat users. */
  readonly remark_corp_name?: string | undefined
  readonly remark_mobiles: readonly string[]
  readonly remark_pic_mediaid?: string | undefined
  /** Ids of corp tags and rule-group tags. */
  readonly tag_ids: readonly string[]
  /** Tags that only this member sees. */
  readonly personal_tags: readonly PersonalTag[]
  readonly add_way: number
  /** Who started it: the member, the customer (then an external_userid), or a colleague. */
  readonly oper_userid: string
  /** The channel that the customer came by. */
  readonly state?: string | undefined
  readonly wechat_channels?: WechatChannels | undefined
  /** When the customer deleted the member, in unix seconds. The member still has the customer, but reaches them no more. */
  readonly customer_left_at?: number | undefined
  /** When the member had asked for it, in unix seconds, where the customer took their time to answer. */
  readonly asked_at?: number | undefined
  /** When the customer agreed to the archiving of chats with the member, in unix seconds. */
  readonly archive_agreed_at?: number | undefined
}

/** What changes about a follow. */
export type FollowChange = Partial<
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

/** A follow that is over: what statistics still have to know of it. */
export type EndedFollow = Pick<Follow, 'userid' | 'external_userid' | 'createtime' | 'oper_userid' | 'asked_at'>

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
  /** As items of the lists that show follows. */
  readonly written: WrittenItems = new WrittenItems()
  #ended: EndedFollow[] = []

  load(follows: readonly Follow[]): void {
    this.written.clear()
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

  change(follow: Follow, change: FollowChange): void {
    Object.assign(follow, change)
    this.written.drop(follow)
  }

  remove(follow: Follow): void {
    const { userid, external_userid, createtime, oper_userid, asked_at } = follow
    this.written.drop(follow)
    this.#ended.push({
      userid,
      external_userid,
      createtime,
      oper_userid,
      ...(asked_at !== undefined && { asked_at }),
    })
    this.#all.delete(follow)
    this.#byMember.get(userid)?.delete(follow)
    this.#byCustomer.set(
      external_userid,
      this.ofCustomer(external_userid).filter((other) => other !== follow),
    )
  }
}
