import { Refusal } from '../base/Refusal.ts'
import { InputError, upToFive } from '../base/input.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Rows } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'

/** A service provider (服务商). The corp can install apps of the provider. */
export interface Provider {
  corpid: string
  secret: string
  suites: Suite[]
  /**
   * Kinds of ids for which the migration to the provider's ids (ID升级) is finished: 1 corpid and userid, 3
   * external_userid.
   */
  migrated: (1 | 3)[]
  /**
   * When the service provider got its ticket for bulk calls (mass_call_ticket), in unix seconds. A provider gets only
   * one such ticket.
   */
  mass_call_ticket_at?: number | undefined
}

/** A suite of the service provider: a third-party app (第三方应用), or a template for provider-developed apps (代开发应用模板). */
export interface Suite {
  /** Id of the suite. The id of a template (代开发应用模板) starts with `dk`. */
  suite_id: string
  suite_secret: string
  /**
   * Whether new apps from this template (代开发应用模板) use the provider's own chat_ids instead of the corp's chat_ids.
   * Third-party apps do not need this field, because they always use the provider's chat_ids.
   */
  upgrades_chat_ids?: boolean | undefined
}

interface Authorizing {
  suite_id: string
  kind: 'suite_ticket' | 'pre_auth_code' | 'auth_code'
}

/**
 * A ticket or code of a suite, with its expiry time. The field `kind` contains one of these values:
 * - `suite_ticket`: the service provider exchanges the ticket and the secret of the suite for a token of the suite
 * - `pre_auth_code`: the service provider uses the code to start an authorization of the suite
 * - `auth_code`: the service provider exchanges the code for the permanent code of the installed app
 */
export type SuiteCode = Expiring<Authorizing>

const minute = 60_000
const lifetimes: Readonly<Record<SuiteCode['kind'], number>> = {
  suite_ticket: 30 * minute,
  pre_auth_code: 20 * minute,
  auth_code: 10 * minute,
}

export class ProviderState {
  readonly #codes: ExpiringCodes<Authorizing>
  #provider: Provider | undefined

  constructor(clock: Clock, random: Random) {
    this.#codes = new ExpiringCodes(clock, random, 64)
  }

  load(provider: Provider | null): void {
    this.#provider = provider ?? undefined
  }

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
   * Issues a ticket or code for a service provider's suite (a third-party app or an app template). A ticket is valid
   * for 30 minutes, a pre-authorization code for 20 minutes, an authorization code for 10 minutes.
   *
   * @example
   * const suite = suiteToken({ suiteId, suiteSecret, ticket: () => corp.provider.issue('suite_ticket', suiteId) })
   */
  issue(kind: SuiteCode['kind'], suite_id: string): string {
    return this.#codes.issue({ suite_id, kind }, lifetimes[kind]).code
  }

  check(kind: SuiteCode['kind'], suite_id: string, code: string, errcodes: { unknown: number; expired: number }): void {
    const known = this.#codes.find(code)
    if (known?.kind !== kind || known.suite_id !== suite_id) throw new Refusal(errcodes.unknown)
    if (!this.#codes.isLive(known)) throw new Refusal(errcodes.expired)
  }

  use(kind: SuiteCode['kind'], suite_id: string, code: string, errcode: number): void {
    this.check(kind, suite_id, code, { unknown: errcode, expired: errcode })
    this.#codes.delete(code)
  }
}

export function isTemplate(suite_id: string): boolean {
  // The ids of templates for apps that the provider develops (代开发应用模板) start with `dk`.
  return suite_id.startsWith('dk')
}

/** A pending id (pending_id): an id of a WeChat user who is not a customer yet. */
export interface PendingId {
  pending_id: string
  unionid: string
  /** The caller that requested the pending id: a service provider, or an upstream corp (上游企业). */
  asked_by: 'provider' | 'upstream'
  /** When the pending id was issued, in unix seconds. */
  asked_at: number
}

const lifetime = 90 * 24 * 3600

export class PendingIds extends Rows<PendingId> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super()
    this.#clock = clock
    this.#random = random
  }

  find(asked_by: PendingId['asked_by'], unionid: string | undefined): string | undefined {
    const since = this.#clock.seconds() - lifetime
    return this.rows.findLast((one) => one.asked_by === asked_by && one.unionid === unionid && one.asked_at > since)
      ?.pending_id
  }

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

export function knownSuite(provider: ProviderState, suite_id: string, field = 'suite_id'): Suite {
  const suite = provider.findSuite(suite_id)
  if (suite) return suite
  const others = provider.suites().map((other) => other.suite_id)
  throw new InputError(field, `There is no suite ${suite_id}; suites: ${upToFive(others)}`)
}
