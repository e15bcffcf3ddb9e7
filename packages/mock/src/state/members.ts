import { Refusal } from '../base/Refusal.ts'
import { Keyed } from '../base/rows.ts'

/** A department (部门) of the corp. */
export interface Department {
  id: number
  name: string
  /** Id of the parent department. 0 for the root department. */
  parentid: number
}

/** A member (成员) of the corp. */
export interface Member {
  userid: string
  name: string
  /** Ids of the departments that the member belongs to. */
  department: number[]
  /** Whether the member has customer contact (客户联系). Contacts of a member without it are not customers. */
  customer_contact: boolean
  /** Whether the real name of the member is verified. Only verified members can take over customers. */
  verified: boolean
  /** When the member left the corp, in unix seconds. Absent for current members. */
  resigned_at?: number | undefined
  /** Last login in unix seconds. Absent if the member logged in recently. */
  last_login_at?: number | undefined
  /** Whether WeCom banned the member. A banned member cannot take part in a transfer. */
  banned?: boolean | undefined
  /** Most customers that the member can have. Absent if there is no limit. */
  customer_limit?: number | undefined
  /** Whether an admin set up a welcome message in the admin console. If so, events have no welcome code. */
  console_welcome?: boolean | undefined
  /**
   * Whether chats of the member are archived (会话内容存档). If so, the member can send a welcome message only after the
   * customer has agreed to that.
   */
  chats_archived?: boolean | undefined
}

/** The members and departments of the corp. */
export class Members extends Keyed<Member> {
  readonly #departments = new Keyed<Department, number>(({ id }) => id)

  constructor() {
    super(({ userid }) => userid)
  }

  loadDepartments(departments: readonly Department[]): void {
    this.#departments.load(departments)
  }

  /** Adds a member who joins the corp. */
  add(member: Member): void {
    this.put(member)
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

  /** Whether an app sees the actions of a member, including those of a member who has left. */
  isInRange(app: App, member: Member): boolean {
    return app.visible === undefined || this.covers(app.visible, member)
  }

  /**
   * Whether an owner is in the visible range of an app. An owner who left stays in it, because customers and group
   * chats must be transferable.
   */
  isOwnerInRange(app: App, userid: string): boolean {
    const member = this.find(userid)
    return member !== undefined && this.isInRange(app, member)
  }

  /** Whether an app sees a whole department. */
  isDepartmentVisible(app: App, id: number): boolean {
    return app.visible === undefined || app.visible.partyid.some((partyid) => this.isWithin(id, partyid))
  }

  /** Whether a range contains a member, by userid or by department. */
  covers(range: VisibleRange, { userid, department }: Member): boolean {
    return (
      range.userid.includes(userid) ||
      department.some((id) => range.partyid.some((partyid) => this.isWithin(id, partyid)))
    )
  }

  /** Whether a department is `ancestor`, or is below it. */
  isWithin(id: number, ancestor: number): boolean {
    for (let current = this.findDepartment(id); current; current = this.findDepartment(current.parentid)) {
      if (current.id === ancestor) return true
    }
    return false
  }

  /**
   * Returns the member with a userid, if the app sees the member.
   *
   * @throws {Refusal} 60111: there is no such member.
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

/** An app of the corp. Its secret gets its tokens. */
export interface App {
  /** Unique name of the app. Rule groups, tags and so on store it as their creator. */
  name: string
  secret: string
  /**
   * Whether the app is listed in the admin console under 客户联系 > 可调用接口的应用. If not, WeCom refuses its customer-contact
   * calls with 48002.
   */
  customer_contact: boolean
  /** Whether the app is the corp's own 客户联系 application, whose acquisition calls WeCom refuses. */
  system?: boolean | undefined
  /** Members and departments that the app may see. Absent if it sees all. */
  visible?: VisibleRange | undefined
  /** Id of the app. Default: the next number, beginning with 1000002. */
  agentid?: number | undefined
  /** Id of the provider's suite that the app belongs to. If present, the secret of the app is the permanent code. */
  suite_id?: string | undefined
  /** When a provider-developed app changes to the provider's ids of group chats, in unix seconds. */
  chat_id_upgrade_at?: number | undefined
  /** When the corp removed the app, in unix seconds. The tags, contact ways and so on of the app stay. */
  cancelled_at?: number | undefined
}

export interface VisibleRange {
  userid: string[]
  /** Ids of departments. Departments below them are included. */
  partyid: number[]
}

/** The corp's apps. Only `save` returns removed apps. */
export class Apps {
  #apps: App[] = []

  load(apps: readonly App[]): void {
    this.#apps = [...apps]
  }

  /** Returns all apps for a saved state, removed ones included. */
  save(): App[] {
    return [...this.#apps]
  }

  list(): readonly App[] {
    return this.#apps.filter(({ cancelled_at }) => cancelled_at === undefined)
  }

  withSecret(secret: string): App | undefined {
    return this.list().find((app) => app.secret === secret)
  }

  /** Returns the app that the corp has of a suite. */
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
   * Installs the app of a suite. If the corp removed the app before, it gets back everything that it created.
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

  /**
   * Removes an app.
   *
   * @param at - time of the removal in unix seconds.
   */
  cancel(app: App, at: number): void {
    app.cancelled_at = at
  }
}
