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
}

export interface VisibleRange {
  userid: string[]
  /** With the departments below them. */
  partyid: number[]
}

/** The corp's apps. */
export class Apps {
  #apps: App[] = []

  load(apps: readonly App[]): void {
    this.#apps = [...apps]
  }

  list(): readonly App[] {
    return this.#apps
  }

  withSecret(secret: string): App | undefined {
    return this.#apps.find((app) => app.secret === secret)
  }

  /** The app that the corp has of a suite. */
  ofSuite(suite_id: string): App | undefined {
    return this.#apps.find((app) => app.suite_id === suite_id)
  }

  withAgentid(agentid: number): App | undefined {
    return this.#apps.find((app) => this.agentidOf(app) === agentid)
  }

  agentidOf(app: App): number {
    return app.agentid ?? 1_000_002 + this.#apps.indexOf(app)
  }

  add(app: App): void {
    this.#apps.push(app)
  }

  remove(app: App): void {
    this.#apps = this.#apps.filter((other) => other !== app)
  }
}
