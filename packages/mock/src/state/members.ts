import { Refusal } from '../base/Refusal.ts'
import { Keyed } from '../base/rows.ts'

/** A department (部门) of the corp. */
export interface Department {
  id: number
  name: string
  /** 0 for the root. */
  parentid: number
}

/** A member (成员) of the corp. */
export interface Member {
  userid: string
  name: string
  /** Ids of departments. */
  department: number[]
  /** Has the customer-contact feature (客户联系). Contacts of members without it are no customers. */
  customer_contact: boolean
  /** Real-name verified, which taking over customers asks for. */
  verified: boolean
  /** When the member left, in unix seconds; absent while on the job. */
  resigned_at?: number | undefined
  /** Last login in unix seconds; recently, if absent. */
  last_login_at?: number | undefined
  /** Can take part in no transfer. */
  banned?: boolean | undefined
  /** How many customers the member can have; no limit, if absent. */
  customer_limit?: number | undefined
  /** An administrator set up a welcome message in the console: then no app gets a welcome code. */
  console_welcome?: boolean | undefined
  /** Chats are archived (会话内容存档): a customer is greeted once they have agreed to that. */
  chats_archived?: boolean | undefined
}

/** The address book: members and departments. */
export class Members extends Keyed<Member> {
  readonly #departments = new Keyed<Department, number>(({ id }) => id)

  constructor() {
    super(({ userid }) => userid)
  }

  loadDepartments(departments: readonly Department[]): void {
    this.#departments.load(departments)
  }

  departments(): Department[] {
    return this.#departments.list()
  }

  findDepartment(id: number): Department | undefined {
    return this.#departments.find(id)
  }

  /** Whether an app sees a member. No app sees a member who left. */
  isVisible(app: App, member: Member): boolean {
    return !member.resigned_at && this.isInRange(app, member)
  }

  /** Whether an app sees what a member does, or did before leaving. */
  isInRange(app: App, member: Member): boolean {
    return app.visible === undefined || this.covers(app.visible, member)
  }

  /**
   * Whether an app's range covers the owner of something. A member who left stays in the range, so that customers and
   * groups can be inherited.
   */
  isOwnerInRange(app: App, userid: string): boolean {
    const member = this.find(userid)
    return member !== undefined && this.isInRange(app, member)
  }

  /** Whether an app sees a department: as a whole. */
  isDepartmentVisible(app: App, id: number): boolean {
    return app.visible === undefined || app.visible.partyid.some((partyid) => this.isWithin(id, partyid))
  }

  /** Whether a range holds a member, by name or by department. */
  covers(range: VisibleRange, { userid, department }: Member): boolean {
    return (
      range.userid.includes(userid) ||
      department.some((id) => range.partyid.some((partyid) => this.isWithin(id, partyid)))
    )
  }

  /** Whether a department is another one, or below it. */
  isWithin(id: number, ancestor: number): boolean {
    for (let current = this.findDepartment(id); current; current = this.findDepartment(current.parentid)) {
      if (current.id === ancestor) return true
    }
    return false
  }

  /**
   * The member on the job whom an app sees under a userid.
   *
   * @throws {Refusal} 60111: there is none.
   */
  visibleMember(app: App, userid: string): Member {
    const member = this.find(userid)
    if (!member || !this.isVisible(app, member)) throw new Refusal(60111, `userid not found: ${userid}`)
    return member
  }
}

/** Whether a member's contacts count as customers now. */
export function servesCustomers({ resigned_at, customer_contact }: Member): boolean {
  return resigned_at === undefined && customer_contact
}

/** An app of the corp: what a secret stands for. */
export interface App {
  /** Unique; rule groups remember by it who created them. */
  name: string
  secret: string
  /** Whether it is listed under 客户联系 > 可调用接口的应用. If not, customer-contact calls are answered with 48002. */
  customer_contact: boolean
  /** The corp's own 客户联系 application, which acquisition calls refuse. */
  system?: boolean | undefined
  /** The members and departments that it may see; everybody, if absent. */
  visible?: VisibleRange | undefined
  /** Counted up from 1000002, if left out. */
  agentid?: number | undefined
  /** The provider's suite that the app comes from: then its secret is the permanent code. */
  suite_id?: string | undefined
  /** When a provider-developed app changes to the provider's ids of group chats, in unix seconds. */
  chat_id_upgrade_at?: number | undefined
  /** When the corp removed it, in unix seconds. Its tags, contact ways and so on stay. */
  cancelled_at?: number | undefined
}

export interface VisibleRange {
  userid: string[]
  /** With the departments below them. */
  partyid: number[]
}

/** The corp's apps. Removed apps appear in `save` only. */
export class Apps {
  #apps: App[] = []

  load(apps: readonly App[]): void {
    this.#apps = [...apps]
  }

  /** All rows, removed ones included, for a state. */
  save(): App[] {
    return [...this.#apps]
  }

  list(): readonly App[] {
    return this.#apps.filter(({ cancelled_at }) => cancelled_at === undefined)
  }

  withSecret(secret: string): App | undefined {
    return this.list().find((app) => app.secret === secret)
  }

  /** The app that the corp has of a suite. */
  ofSuite(suite_id: string): App | undefined {
    return this.list().find((app) => app.suite_id === suite_id)
  }

  withAgentid(agentid: number): App | undefined {
    return this.list().find((app) => this.agentidOf(app) === agentid)
  }

  agentidOf(app: App): number {
    return app.agentid ?? 1_000_002 + this.#apps.indexOf(app)
  }

  /**
   * Installs the app of a suite. A removed app is restored with everything that it created.
   *
   * @param secret - the new permanent code.
   */
  install(suite_id: string, secret: string): App {
    const former = this.#apps.find((app) => app.suite_id === suite_id)
    const app: App = former ?? { name: suite_id, secret, customer_contact: true, suite_id }
    app.secret = secret
    delete app.cancelled_at
    if (!former) this.#apps.push(app)
    return app
  }

  /** @param at - unix seconds. */
  cancel(app: App, at: number): void {
    app.cancelled_at = at
  }
}
