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
  /** When the corp removed it, in unix seconds. What it made is still there. */
  cancelled_at?: number | undefined
}

export interface VisibleRange {
  userid: string[]
  /** With the departments below them. */
  partyid: number[]
}

/** The corp's apps. Of those that it removed, only `save` tells, and what they made. */
export class Apps {
  #apps: App[] = []

  load(apps: readonly App[]): void {
    this.#apps = [...apps]
  }

  /** What a state holds: those that were removed among them. */
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
   * Gives the corp the app of a suite. One that it removed comes back, and what it made is its own again.
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
