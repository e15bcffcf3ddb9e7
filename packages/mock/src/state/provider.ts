import { Refusal } from '../base/Refusal.ts'
import { InputError, some } from '../base/input.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Rows } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'

/** A service provider (服务商) whose apps the corp may install. */
export interface Provider {
  corpid: string
  secret: string
  suites: Suite[]
  /** Kinds of ids whose migration is finished: 1 corpid and userid, 3 external_userid. */
  migrated: (1 | 3)[]
  /** When the ticket for mass calls was issued, in unix seconds. It can be issued only once. */
  mass_call_ticket_at?: number | undefined
}

/** A third-party app (第三方应用), or a template of provider-developed apps (代开发应用模板). */
export interface Suite {
  /** Id of the suite. Starts with `dk` for a template. */
  suite_id: string
  suite_secret: string
  /**
   * Whether corps that authorize the template from now on get the provider's ids of group chats. Only for a template.
   */
  upgrades_chat_ids?: boolean | undefined
}

interface Authorizing {
  suite_id: string
  kind: 'suite_ticket' | 'pre_auth_code' | 'auth_code'
}

/** A ticket or code that is used when a corp authorizes a suite. */
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

  /** Returns the provider with all codes, for a saved state. */
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
   * Issues a code for a suite. Tickets are valid for 30 minutes, pre-authorization codes for 20 minutes, authorization
   * codes for 10 minutes.
   *
   * @example
   * const suite = suiteToken({ suiteId, suiteSecret, ticket: () => corp.provider.issue('suite_ticket', suiteId) })
   */
  issue(kind: SuiteCode['kind'], suite_id: string): string {
    return this.#codes.issue({ suite_id, kind }, lifetimes[kind]).code
  }

  /**
   * Checks a code of a suite.
   *
   * @throws {Refusal} `unknown`: there is no such code. `expired`: the code is not valid any more.
   */
  check(kind: SuiteCode['kind'], suite_id: string, code: string, errcodes: { unknown: number; expired: number }): void {
    const known = this.#codes.find(code)
    if (known?.kind !== kind || known.suite_id !== suite_id) throw new Refusal(errcodes.unknown)
    if (!this.#codes.isLive(known)) throw new Refusal(errcodes.expired)
  }

  /** Checks a code and makes it invalid for later calls. */
  use(kind: SuiteCode['kind'], suite_id: string, code: string, errcode: number): void {
    this.check(kind, suite_id, code, { unknown: errcode, expired: errcode })
    this.#codes.delete(code)
  }
}

/** Whether a suite is a template of provider-developed apps. */
export function isTemplate(suite_id: string): boolean {
  return suite_id.startsWith('dk')
}

/** A pending id (pending_id) for a WeChat user who is not a customer yet. */
export interface PendingId {
  pending_id: string
  unionid: string
  /** The one that asked for the id: a provider, or an upstream corp (上游企业). */
  asked_by: 'provider' | 'upstream'
  /** When the id was issued, in unix seconds. */
  asked_at: number
}

/** Seconds for which a pending_id is valid. */
const lifetime = 90 * 24 * 3600

/** The pending ids that were issued. */
export class PendingIds extends Rows<PendingId> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super()
    this.#clock = clock
    this.#random = random
  }

  /** Returns the pending id of a unionid, if one was issued within the last 90 days. */
  find(asked_by: PendingId['asked_by'], unionid: string | undefined): string | undefined {
    const since = this.#clock.seconds() - lifetime
    return this.rows.findLast((one) => one.asked_by === asked_by && one.unionid === unionid && one.asked_at > since)
      ?.pending_id
  }

  /** Returns the pending id of a unionid. Issues a new one if there is none. */
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

/**
 * Returns the suite with an id.
 *
 * @throws {InputError} the provider has no such suite.
 */
export function knownSuite(provider: ProviderState, suite_id: string, field = 'suite_id'): Suite {
  const suite = provider.findSuite(suite_id)
  if (suite) return suite
  const others = provider.suites().map((other) => other.suite_id)
  throw new InputError(field, `There is no suite ${suite_id}; ${some(others)}`)
}
