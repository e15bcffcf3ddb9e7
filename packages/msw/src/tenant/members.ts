import { Refusal } from '../Refusal.ts'
import type { App, VisibleRange } from './apps.ts'
import { Keyed } from './Keyed.ts'

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
  /** Has the customer-contact feature (客户联系). The contacts of others are no customers. */
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

  /** Whether an app sees a member. Those who left are seen by nobody. */
  isVisible(app: App, member: Member): boolean {
    return !member.resigned_at && this.isInRange(app, member)
  }

  /** Whether an app sees what a member does, or did before leaving. */
  isInRange(app: App, member: Member): boolean {
    return app.visible === undefined || this.covers(app.visible, member)
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
