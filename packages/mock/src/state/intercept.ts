import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import { type Owned, OwnedRows } from '../base/rows.ts'
import type { App, Members } from './members.ts'

/**
 * An intercept rule (敏感词规则). WeCom warns a member whose message to a customer contains one of the rule's words.
 */
export interface InterceptRule extends Owned {
  rule_id: string
  rule_name: string
  word_list: string[]
  /** Kinds of content that the intercept rule detects: 1 mobile number, 2 email address, 3 red packet. */
  semantics_list: (1 | 2 | 3)[]
  /** Effect of the intercept rule: 1 warn the member and block the message, 2 only warn the member. */
  intercept_type: 1 | 2
  user_list: string[]
  department_list: number[]
  /** Time at which the intercept rule was created, in unix seconds. */
  create_time: number
}

type InterceptRuleFields = Omit<InterceptRule, keyof Owned | 'rule_id' | 'create_time'>

interface Range {
  readonly user_list?: readonly string[] | undefined
  readonly department_list?: readonly number[] | undefined
}

const maxRules = 100
const maxUsers = 10_000

export class InterceptRules extends OwnedRows<InterceptRule> {
  readonly #clock: Clock
  readonly #members: Members
  #lastId = 0

  constructor(clock: Clock, members: Members) {
    super(({ rule_id }) => rule_id, { unknown: 41070, deleted: 41071 })
    this.#clock = clock
    this.#members = members
  }

  override load(rules: readonly InterceptRule[]): void {
    super.load(rules)
    this.#lastId = Math.max(0, ...rules.map(({ rule_id }) => Number(rule_id)))
  }

  create(app: App, fields: InterceptRuleFields): string {
    if (this.list().length >= maxRules) throw new Refusal(41069)
    this.#checkName(fields.rule_name)
    this.checkRange(app, fields)
    const rule_id = String(++this.#lastId)
    this.put({ ...fields, rule_id, app: app.name, create_time: this.#clock.seconds() })
    return rule_id
  }

  update(app: App, rule_id: string, change: Partial<InterceptRuleFields>): void {
    const rule = this.own(app, rule_id)
    if (change.rule_name !== undefined && change.rule_name !== rule.rule_name) this.#checkName(change.rule_name)
    if ((change.user_list?.length ?? 0) > maxUsers) throw new Refusal(41076)
    Object.assign(rule, change)
  }

  checkRange(app: App, { user_list = [], department_list = [] }: Range): void {
    const isSeen = (userid: string): boolean => {
      const member = this.#members.find(userid)
      return member !== undefined && this.#members.isVisible(app, member)
    }
    const seesAll =
      user_list.every(isSeen) &&
      department_list.every((id) => this.#members.findDepartment(id) && this.#members.isDepartmentVisible(app, id))
    if (!seesAll) throw new Refusal(60011)
  }

  #checkName(rule_name: string): void {
    if (this.list().some((rule) => rule.rule_name === rule_name)) throw new Refusal(41077)
  }
}
