import { Refusal } from '../base/Refusal.ts'
import { InputError, some } from '../base/input.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Rows } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'

/** A service provider (服务商), whose apps the corp may install. */
export interface Provider {
  corpid: string
  secret: string
  suites: Suite[]
  /** Kinds of ids whose migration is finished: 1 corpid and userid, 3 external_userid. */
  migrated: (1 | 3)[]
  /** When the ticket for mass calls was issued, in unix seconds. It is issued once. */
  mass_call_ticket_at?: number | undefined
}

/** A third-party app (第三方应用), or a template of provider-developed apps (代开发应用模板). */
export interface Suite {
  /** Starts with `dk` for a template. */
  suite_id: string
  suite_secret: string
  /** Only of a template: corps that authorize it from now on get the provider's ids of group chats. */
  upgrades_chat_ids?: boolean | undefined
}

interface Authorizing {
  suite_id: string
  kind: 'suite_ticket' | 'pre_auth_code' | 'auth_code'
}

/** A ticket or code in the authorization of a suite. */
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
   * A new code for a suite. Tickets are valid for 30 minutes, pre-authorization codes for 20, authorization codes for 10.
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

  /** Uses up a code. */
  use(kind: SuiteCode['kind'], suite_id: string, code: string, errcode: number): void {
    this.check(kind, suite_id, code, { unknown: errcode, expired: errcode })
    this.#codes.delete(code)
  }
}

/** Whether a suite is a template of provider-developed apps. */
export function isTemplate(suite_id: string): boolean {
  return suite_id.startsWith('dk')
}

/** An id for a WeChat user who is not a customer yet. */
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

/** The issued pending ids. */
export class PendingIds extends Rows<PendingId> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super()
    this.#clock = clock
    this.#random = random
  }

  /** The id for a unionid, if one was issued within the last 90 days. */
  find(asked_by: PendingId['asked_by'], unionid: string | undefined): string | undefined {
    const since = this.#clock.seconds() - lifetime
    return this.rows.findLast((one) => one.asked_by === asked_by && one.unionid === unionid && one.asked_at > since)
      ?.pending_id
  }

  /** The id for a unionid, a new one if there is none. */
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

/** @throws {InputError} the provider has no such suite. */
export function knownSuite(provider: ProviderState, suite_id: string, field = 'suite_id'): Suite {
  const suite = provider.findSuite(suite_id)
  if (suite) return suite
  const others = provider.suites().map((other) => other.suite_id)
  throw new InputError(field, `There is no suite ${suite_id}; ${some(others)}`)
}
