import { Refusal } from '../base/Refusal.ts'
import { InputError, some } from '../base/input.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Rows } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'
import type { Customers } from './contacts.ts'
import type { App } from './members.ts'

/** A service provider (服务商), whose apps the corp may install. */
export interface Provider {
  corpid: string
  secret: string
  suites: Suite[]
  /** Kinds of ids whose migration is finished: 1 corpid and userid, 3 external_userid. */
  migrated: (1 | 3)[]
  /** When the ticket for mass calls was given out, in unix seconds; it is given once. */
  mass_call_ticket_at?: number | undefined
}

/** A third-party app (第三方应用), or a template of provider-developed apps (代开发应用模板). */
export interface Suite {
  /** Starts with `dk` for a template. */
  suite_id: string
  suite_secret: string
}

interface Authorizing {
  suite_id: string
  kind: 'suite_ticket' | 'pre_auth_code' | 'auth_code'
}

/** A step of a suite on its way to a corp. */
export type SuiteCode = Expiring<Authorizing>

const minute = 60_000
const lifetimes: Readonly<Record<SuiteCode['kind'], number>> = {
  suite_ticket: 30 * minute,
  pre_auth_code: 20 * minute,
  auth_code: 10 * minute,
}

/** The provider, its suites, and the codes with which corps authorize them. */
export class ProviderState {
  readonly #codes: ExpiringCodes<Authorizing>
  #provider: Provider | undefined

  constructor(clock: Clock, random: Random) {
    this.#codes = new ExpiringCodes(clock, random, 64)
  }

  load(provider: Provider | null): void {
    this.#provider = provider ?? undefined
  }

  /** All codes, for a state. */
  save(): Provider | null {
    return this.#provider ?? null
  }

  loadCodes(codes: readonly SuiteCode[]): void {
    this.#codes.load(codes)
  }

  codes(): SuiteCode[] {
    return this.#codes.list()
  }

  get(): Provider | undefined {
    return this.#provider
  }

  suites(): readonly Suite[] {
    return this.#provider?.suites ?? []
  }

  findSuite(suite_id: string): Suite | undefined {
    return this.suites().find((suite) => suite.suite_id === suite_id)
  }

  /**
   * A new code for a suite. Tickets live for 30 minutes, pre-authorization codes for 20, authorization codes for 10.
   *
   * @example
   * const suite = suiteToken({ suiteId, suiteSecret, ticket: () => corp.provider.issue('suite_ticket', suiteId) })
   */
  issue(kind: SuiteCode['kind'], suite_id: string): string {
    return this.#codes.issue({ suite_id, kind }, lifetimes[kind]).code
  }

  /** @throws {Refusal} `unknown` or `expired`. */
  check(kind: SuiteCode['kind'], suite_id: string, code: string, errcodes: { unknown: number; expired: number }): void {
    const known = this.#codes.find(code)
    if (known?.kind !== kind || known.suite_id !== suite_id) throw new Refusal(errcodes.unknown)
    if (!this.#codes.isLive(known)) throw new Refusal(errcodes.expired)
  }

  /** Takes a code that can be used once. */
  use(kind: SuiteCode['kind'], suite_id: string, code: string, errcode: number): void {
    this.check(kind, suite_id, code, { unknown: errcode, expired: errcode })
    this.#codes.delete(code)
  }
}

/** Whether a suite is a template of provider-developed apps. */
export function isTemplate(suite_id: string): boolean {
  return suite_id.startsWith('dk')
}

/** An id for a WeChat user who was no customer when somebody asked. */
export interface PendingId {
  pending_id: string
  unionid: string
  /** The side that asked: a provider, or an upstream corp (上游企业). */
  asked_by: 'provider' | 'upstream'
  /** Unix seconds. */
  asked_at: number
}

/** Seconds that a pending_id can be used. */
const lifetime = 90 * 24 * 3600

/** The pending ids that were given out. */
export class PendingIds extends Rows<PendingId> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super()
    this.#clock = clock
    this.#random = random
  }

  /** The id that stands for a unionid, if one was given out within the last 90 days. */
  find(asked_by: PendingId['asked_by'], unionid: string | undefined): string | undefined {
    const since = this.#clock.seconds() - lifetime
    return this.rows.findLast((one) => one.asked_by === asked_by && one.unionid === unionid && one.asked_at > since)
      ?.pending_id
  }

  /** The id that stands for a unionid, a new one if need be. */
  ask(asked_by: PendingId['asked_by'], unionid: string): string {
    const known = this.find(asked_by, unionid)
    if (known !== undefined) return known
    const pending_id = drawFree(
      () => `p${this.#random.text(31)}`,
      (id) => this.rows.some((one) => one.pending_id === id),
    )
    this.add({ pending_id, unionid, asked_by, asked_at: this.#clock.seconds() })
    return pending_id
  }
}

/** Fields of calls, answers and events that hold the id of a customer, or a list with such. */
const fields: ReadonlySet<string> = new Set([
  'external_userid',
  'external_userid_list',
  'userid',
  'oper_userid',
  'fail_list',
  'ExternalUserID',
  'Item',
])

/** Whether a provider's app speaks of customers by the provider's ids. */
export function speaksOfServiceIds({ provider }: { readonly provider: ProviderState }, app: App | undefined): boolean {
  return app?.suite_id !== undefined && (provider.get()?.migrated.includes(3) ?? false)
}

/**
 * A copy in which the ids of customers are the provider's where they were the corp's, and the other way round. It leads in
 * both ways: what a migrated app sends becomes what the corp knows, and what it is told becomes what it knows. The corp's
 * id, sent by such an app, becomes one that nobody has, as it should be to that app.
 */
export function swapIds<Value>({ customers }: { readonly customers: Customers }, value: Value): Value {
  const isCustomers = (text: string): boolean => [text, otherId(text)].some((id) => customers.find(id) !== undefined)
  const swap = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') return fields.has(field) && isCustomers(part) ? otherId(part) : part
    if (Array.isArray(part)) return part.map((item) => swap(item, field))
    // Files are left alone.
    if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, swap(inner, name)]))
  }
  return swap(value, '') as Value
}

// WeCom's ids for providers tell nothing of the corp's. These can be turned back by reading, which is what a test wants.
const mark = 'Svc_'

/** The id of a customer as the provider's apps see it, e.g. `wmSvc_1` of `wm1`. One that is of that kind stays. */
export function toServiceId(external_userid: string): string {
  if (isServiceId(external_userid)) return external_userid
  return `${external_userid.slice(0, 2)}${mark}${external_userid.slice(2)}`
}

/** @throws {Refusal} 40096: it is no id of that kind. */
export function fromServiceId(external_userid: string): string {
  if (!isServiceId(external_userid)) throw new Refusal(40096)
  return `${external_userid.slice(0, 2)}${external_userid.slice(2 + mark.length)}`
}

/** The provider's id of the corp's, and the other way round. */
function otherId(external_userid: string): string {
  return isServiceId(external_userid) ? fromServiceId(external_userid) : toServiceId(external_userid)
}

function isServiceId(external_userid: string): boolean {
  return external_userid.startsWith(mark, 2)
}

/** @throws {InputError} the provider has no such suite. */
export function knownSuite(provider: ProviderState, suite_id: string, field = 'suite_id'): Suite {
  const suite = provider.findSuite(suite_id)
  if (suite) return suite
  const others = provider.suites().map((other) => other.suite_id)
  throw new InputError(field, `There is no suite ${suite_id}; ${some(others)}`)
}
