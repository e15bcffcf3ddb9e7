import { Refusal } from '../base/Refusal.ts'
import { Keyed } from '../base/rows.ts'

/** A department (部门) of the corp. */
export interface Department {
  id: number
  name: string
  /** Id of the parent department. 0 if the department has no parent. */
  parentid: number
}

/** A member (成员) of the corp. */
export interface Member {
  userid: string
  name: string
  /** Ids of the departments that the member belongs to. */
  department: number[]
  /**
   * Whether the member has permission for customer contact (客户联系). The contacts of a member without this permission are
   * not customers.
   */
  customer_contact: boolean
  /** Whether WeChat has verified the real name of the member (实名认证). Only verified members can take over customers. */
  verified: boolean
  /** When the member left the corp, in unix seconds. Missing for current members. */
  resigned_at?: number | undefined
  /**
   * When the member last logged in, in unix seconds. WeCom refuses to transfer customers or group chats from or to a
   * current member who last logged in more than a year ago. WeCom also refuses to transfer them from a former member
   * who last logged in more than a year before `resigned_at`. If `last_login_at` is missing, the last login counts as
   * recent.
   */
  last_login_at?: number | undefined
  /** Whether WeCom banned the member (封禁). A banned member cannot take part in a transfer of customers. */
  banned?: boolean | undefined
  /** Largest number of customers that the member can have. Missing if there is no limit. */
  customer_limit?: number | undefined
  /**
   * Whether an admin has set a welcome message for this member in the admin console. If true, events about new
   * customers contain no welcome code.
   */
  console_welcome?: boolean | undefined
  /**
   * Whether chats of the member are archived (会话内容存档). If true, the member can send a welcome message only after the
   * customer has agreed to the archiving.
   */
  chats_archived?: boolean | undefined
}

export class Members extends Keyed<Member> {
  readonly #departments = new Keyed<Department, number>(({ id }) => id)

  constructor() {
    super(({ userid }) => userid)
  }

  loadDepartments(departments: readonly Department[]): void {
    this.#departments.load(departments)
  }

  add(member: Member): void {
    this.put(member)
  }

  departments(): Department[] {
    return this.#departments.list()
  }

  findDepartment(id: number): Department | undefined {
    return this.#departments.find(id)
  }

  isVisible(app: App, member: Member): boolean {
    return !member.resigned_at && this.isInRange(app, member)
  }

  /**
   * Checks whether a member is in the visible range of an app. Unlike `isVisible`, the result can be true for a member
   * who has left the corp. Apps can therefore still see what this member did.
   */
  isInRange(app: App, member: Member): boolean {
    return app.visible === undefined || this.covers(app.visible, member)
  }

  isOwnerInRange(app: App, userid: string): boolean {
    const member = this.find(userid)
    // Not `isVisible`: apps can transfer the customers and group chats of a member who has left the corp.
    return member !== undefined && this.isInRange(app, member)
  }

  isDepartmentVisible(app: App, id: number): boolean {
    return app.visible === undefined || app.visible.partyid.some((partyid) => this.isWithin(id, partyid))
  }

  covers(range: VisibleRange, { userid, department }: Member): boolean {
    return (
      range.userid.includes(userid) ||
      department.some((id) => range.partyid.some((partyid) => this.isWithin(id, partyid)))
    )
  }

  isWithin(id: number, ancestor: number): boolean {
    for (let current = this.findDepartment(id); current; current = this.findDepartment(current.parentid)) {
      if (current.id === ancestor) return true
    }
    return false
  }

  visibleMember(app: App, userid: string): Member {
    const member = this.find(userid)
    if (!member || !this.isVisible(app, member)) throw new Refusal(60111, `userid not found: ${userid}`)
    return member
  }
}

export function servesCustomers({ resigned_at, customer_contact }: Member): boolean {
  return resigned_at === undefined && customer_contact
}

/** An app of the corp. Callers exchange the secret of the app for a token. */
export interface App {
  /** Unique name of the app. Tags, contact ways, rule groups and other data contain it as the name of their creator. */
  name: string
  secret: string
  /**
   * Whether the app may call the API of customer contact (客户联系). In the admin console, such apps are in the list
   * 可调用接口的应用 of the page 客户联系. WeCom refuses the calls of other apps with 48002 (api forbidden).
   */
  customer_contact: boolean
  /** Whether the app is the system app 客户联系. WeCom refuses calls about acquisition links from this app. */
  system?: boolean | undefined
  /** Members and departments that the app can see. Missing if the app can see all of them. */
  visible?: VisibleRange | undefined
  /**
   * The agentid of the app. Default: 1000002 for the first app in the list `apps`, 1000003 for the second app, and so
   * on.
   */
  agentid?: number | undefined
  /**
   * Id of the service provider's suite that the app belongs to. Missing for the corp's own apps. If it is present,
   * `secret` is the permanent code of the app.
   */
  suite_id?: string | undefined
  /**
   * When the app changes from the corp's chat_ids to the service provider's chat_ids, in unix seconds. Before this
   * time, the app may send both kinds of chat_ids, but still receives the corp's chat_ids. Present only for an app that
   * the provider developed (代开发应用), and only if such a change is planned or done.
   */
  chat_id_upgrade_at?: number | undefined
  /** When the corp removed the app, in unix seconds. Tags, contact ways and other data of the app remain. */
  cancelled_at?: number | undefined
}

export interface VisibleRange {
  userid: string[]
  /** Ids of departments in the visible range. The range also contains all departments below these departments. */
  partyid: number[]
}

/**
 * Holds the apps of the corp, including removed apps. If the corp installs a removed app again, the app gets back its
 * tags and other data. `save` returns all apps. `list` and the methods that search for an app leave out removed apps.
 */
export class Apps {
  #apps: App[] = []

  load(apps: readonly App[]): void {
    this.#apps = [...apps]
  }

  save(): App[] {
    return [...this.#apps]
  }

  list(): readonly App[] {
    return this.#apps.filter(({ cancelled_at }) => cancelled_at === undefined)
  }

  withSecret(secret: string): App | undefined {
    return this.list().find((app) => app.secret === secret)
  }

  ofSuite(suite_id: string): App | undefined {
    return this.list().find((app) => app.suite_id === suite_id)
  }

  withAgentid(agentid: number): App | undefined {
    return this.list().find((app) => this.agentidOf(app) === agentid)
  }

  agentidOf(app: App): number {
    return app.agentid ?? 1_000_002 + this.#apps.indexOf(app)
  }

  install(suite_id: string, secret: string): App {
    const former = this.#apps.find((app) => app.suite_id === suite_id)
    const app: App = former ?? { name: suite_id, secret, customer_contact: true, suite_id }
    app.secret = secret
    delete app.cancelled_at
    if (!former) this.#apps.push(app)
    return app
  }

  cancel(app: App, at: number): void {
    app.cancelled_at = at
  }
}
