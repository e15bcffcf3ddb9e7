import type { CustomerStrategyPrivilege } from '@wecom/contacts'
import type { MomentStrategyPrivilege } from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import { Keyed } from '../base/rows.ts'
import type { App, Member, Members } from './members.ts'

/**
 * A rule group (规则组). It defines admins, the members and departments that the admins manage, and the rights of the
 * admins.
 */
export interface Strategy<Privilege extends object = CustomerStrategyPrivilege> {
  strategy_id: number
  /** Name of the app that created the rule group. Other apps cannot read the rule group. */
  app: string
  /** Id of the parent rule group. 0 if the rule group has no parent. */
  parent_id: number
  strategy_name: string
  /** Time at which the rule group was created, in unix seconds. */
  create_time: number
  admin_list: string[]
  /**
   * Rights of the admins. Missing if the rule group has a parent, because such a rule group has the rights of its
   * topmost parent.
   */
  privilege?: Privilege | undefined
  range: RangeNode[]
  /**
   * Whether the rule group is deleted. Deleted rule groups are still stored, because their ids must not be used again.
   */
  deleted?: boolean | undefined
}

/** A member or a department that a rule group manages. */
export type RangeNode =
  | { type: 1; userid: string; partyid?: undefined }
  | { type: 2; partyid: number; userid?: undefined }

interface RangeNodeParams {
  readonly type: 1 | 2
  readonly userid?: string | undefined
  readonly partyid?: number | undefined
}

interface NewStrategy<Privilege extends object> {
  readonly parent_id?: number | undefined
  readonly strategy_name: string
  readonly admin_list: readonly string[]
  readonly privilege?: PrivilegeChoice<Privilege> | undefined
  readonly range: readonly RangeNodeParams[]
}

interface StrategyChange<Privilege extends object> {
  readonly strategy_name?: string | undefined
  readonly admin_list?: readonly string[] | undefined
  readonly privilege?: PrivilegeChoice<Privilege> | undefined
  readonly range_add?: readonly RangeNodeParams[] | undefined
  readonly range_del?: readonly RangeNodeParams[] | undefined
}

const maxLevels = 5
const maxNodes = 3000

/** Holds the rule groups (规则组) of a corp, either those for customers or those for moments. */
export class Strategies<Privilege extends object = CustomerStrategyPrivilege> extends Keyed<
  Strategy<Privilege>,
  number
> {
  readonly #clock: Clock
  readonly #members: Members
  readonly #rights: Rights<Privilege>
  #lastId = 0

  constructor(clock: Clock, members: Members, rights: Rights<Privilege>) {
    super(({ strategy_id }) => strategy_id)
    this.#clock = clock
    this.#members = members
    this.#rights = rights
  }

  override load(strategies: readonly Strategy<Privilege>[]): void {
    super.load(strategies)
    this.#lastId = Math.max(0, ...strategies.map(({ strategy_id }) => strategy_id))
  }

  override list(): Strategy<Privilege>[] {
    return this.save().filter(({ deleted }) => !deleted)
  }

  ofApp(app: App): Strategy<Privilege>[] {
    return this.list().filter((strategy) => strategy.app === app.name)
  }

  get(app: App, strategy_id: number): Strategy<Privilege> {
    const strategy = this.find(strategy_id)
    if (strategy?.app !== app.name || strategy.deleted) throw new Refusal(40058, `invalid strategy_id: ${strategy_id}`)
    return strategy
  }

  privilegeOf(strategy: Strategy<Privilege>): Privilege {
    // A rule group has the rights of its topmost parent.
    return grantPrivilege(this.#rights, this.#line(strategy).at(-1)?.privilege)
  }

  manages(app: App, strategy_id: number, { userid }: Member): boolean {
    return this.#isWithin({ type: 1, userid }, this.get(app, strategy_id).range)
  }

  create(app: App, { parent_id = 0, strategy_name, admin_list, privilege, range }: NewStrategy<Privilege>): number {
    const parent = parent_id === 0 ? undefined : this.get(app, parent_id)
    if (parent && this.#line(parent).length >= maxLevels) {
      throw new Refusal(40058, `rule groups are at most ${maxLevels} levels deep`)
    }
    this.#checkAdmins(app, admin_list)
    const nodes = this.#add([], this.#checkNodes(app, range), parent)
    const strategy_id = ++this.#lastId
    this.put({
      strategy_id,
      app: app.name,
      parent_id,
      strategy_name,
      create_time: this.#clock.seconds(),
      admin_list: [...admin_list],
      ...(parent ? {} : { privilege: grantPrivilege(this.#rights, privilege) }),
      range: nodes,
    })
    return strategy_id
  }

  update(app: App, strategy_id: number, change: StrategyChange<Privilege>): void {
    const { strategy_name, admin_list = [], privilege = {}, range_add = [], range_del = [] } = change
    const strategy = this.get(app, strategy_id)
    this.#checkAdmins(app, admin_list)
    const removed = new Set(range_del.map(keyOf))
    const kept = strategy.range.filter((node) => !removed.has(keyOf(node)))
    const parent = this.find(strategy.parent_id)
    const range = this.#add(kept, this.#checkNodes(app, range_add), parent)
    this.#checkChildren(strategy_id, range)

    strategy.range = range
    if (strategy_name) strategy.strategy_name = strategy_name
    if (admin_list.length > 0) strategy.admin_list = [...admin_list]
    if (!parent && Object.keys(privilege).length > 0) strategy.privilege = grantPrivilege(this.#rights, privilege)
  }

  delete(app: App, strategy_id: number): void {
    const strategy = this.get(app, strategy_id)
    if (this.#childrenOf(strategy_id).length > 0) throw new Refusal(40058, 'rule group has rule groups below it')
    strategy.deleted = true
  }

  /** Returns a list of a rule group (规则组), its parent, the parent of this parent and so on, in this order. */
  #line(strategy: Strategy<Privilege>): Strategy<Privilege>[] {
    const parent = this.find(strategy.parent_id)
    return parent ? [strategy, ...this.#line(parent)] : [strategy]
  }

  #childrenOf(strategy_id: number): Strategy<Privilege>[] {
    return this.list().filter((strategy) => strategy.parent_id === strategy_id)
  }

  #checkAdmins(app: App, admins: readonly string[]): void {
    for (const userid of admins) this.#members.visibleMember(app, userid)
  }

  #checkNodes(app: App, nodes: readonly RangeNodeParams[]): RangeNode[] {
    return nodes.map(({ type, userid = '', partyid = 0 }) => {
      if (type === 1) {
        const member = this.#members.find(userid)
        if (!member || member.resigned_at) throw new Refusal(60111, `userid not found: ${userid}`)
        if (!this.#members.isVisible(app, member)) throw new Refusal(60030)
        return { type, userid }
      }
      if (!this.#members.findDepartment(partyid)) throw new Refusal(60123, `invalid party id: ${partyid}`)
      if (!this.#members.isDepartmentVisible(app, partyid)) throw new Refusal(60030)
      return { type, partyid }
    })
  }

  #add(kept: readonly RangeNode[], added: readonly RangeNode[], parent: Strategy<Privilege> | undefined): RangeNode[] {
    const outside = parent && added.find((node) => !this.#isWithin(node, parent.range))
    if (outside) throw new Refusal(40058, `range is not within the range of the parent: ${keyOf(outside)}`)
    const range = [...new Map([...kept, ...added].map((node) => [keyOf(node), node])).values()]
    if (range.length > maxNodes) throw new Refusal(40058, `range exceed max length ${maxNodes}`)
    return range
  }

  #checkChildren(strategy_id: number, range: readonly RangeNode[]): void {
    const left = this.#childrenOf(strategy_id)
      .flatMap((child) => child.range)
      .find((node) => !this.#isWithin(node, range))
    if (left) throw new Refusal(40058, `range is needed by a rule group below: ${keyOf(left)}`)
  }

  #isWithin(node: RangeNode, range: readonly RangeNode[]): boolean {
    const userid = range.flatMap((other) => (other.type === 1 ? [other.userid] : []))
    const partyid = range.flatMap((other) => (other.type === 2 ? [other.partyid] : []))
    if (node.type === 2) return partyid.some((other) => this.#members.isWithin(node.partyid, other))
    const member = this.#members.find(node.userid)
    return userid.includes(node.userid) || (member !== undefined && this.#members.covers({ userid, partyid }, member))
  }
}

function keyOf({ type, userid, partyid }: RangeNodeParams): string {
  return type === 1 ? `member ${userid}` : `department ${partyid}`
}

type PrivilegeChoice<Privilege extends object> = {
  readonly [Right in keyof Privilege]?: Privilege[Right] | undefined
}

/** The rights of a rule group (规则组). An app can switch off `optional` rights, but not `basic` rights. */
type Rights<Privilege extends object> = Readonly<Record<keyof Privilege, 'basic' | 'optional'>>

export const customerRights: Rights<CustomerStrategyPrivilege> = {
  view_customer_list: 'basic',
  view_customer_data: 'basic',
  view_room_list: 'basic',
  contact_me: 'basic',
  join_room: 'basic',
  share_customer: 'optional',
  oper_resign_customer: 'optional',
  oper_resign_group: 'optional',
  send_customer_msg: 'optional',
  edit_welcome_msg: 'optional',
  view_behavior_data: 'optional',
  view_room_data: 'optional',
  send_group_msg: 'optional',
  room_deduplication: 'optional',
  rapid_reply: 'optional',
  onjob_customer_transfer: 'optional',
  edit_anti_spam_rule: 'optional',
  export_customer_list: 'optional',
  export_customer_data: 'optional',
  export_customer_group_list: 'optional',
  manage_customer_tag: 'optional',
}

export const momentRights: Rights<MomentStrategyPrivilege> = {
  view_moment_list: 'optional',
  send_moment: 'optional',
  manage_moment_cover_and_sign: 'optional',
}

function grantPrivilege<Privilege extends object>(
  rights: Rights<Privilege>,
  choice: PrivilegeChoice<Privilege> = {},
): Privilege {
  const granted = Object.entries(rights).map(([right, kind]) => [
    right,
    kind === 'basic' || (choice[right as keyof Privilege] ?? true),
  ])
  return Object.fromEntries(granted) as Privilege
}
