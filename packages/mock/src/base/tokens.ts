import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'
import { Keyed } from './rows.ts'

/** A code or token that expires, with its data. The data of a welcome code, for example, is a member and a customer. */
export type Expiring<Meaning extends object> = Meaning & {
  code: string
  /**
   * When the code or token expires, in milliseconds since 1970. Most other times of a state are in seconds. Seconds
   * would be too inexact here, because a welcome code is valid for only 20 seconds.
   */
  expires_at_ms: number
}

export class ExpiringCodes<Meaning extends object> extends Keyed<Expiring<Meaning>> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #length: number

  constructor(clock: Clock, random: Random, length: number) {
    super(({ code }) => code)
    this.#clock = clock
    this.#random = random
    this.#length = length
  }

  /**
   * Issues a new code, e.g. an access token or a welcome code, and stores it with the data in `meaning`. The code is
   * valid for `lifetime` milliseconds of the corp's clock.
   */
  issue(meaning: Meaning, lifetime: number): Expiring<Meaning> {
    const code = this.freeId(() => this.#random.text(this.#length))
    const issued = { ...meaning, code, expires_at_ms: this.#clock.now() + lifetime }
    this.put(issued)
    return issued
  }

  isLive({ expires_at_ms }: Expiring<Meaning>): boolean {
    return expires_at_ms > this.#clock.now()
  }

  delete(code: string): void {
    this.drop(code)
  }
}

// In milliseconds: two hours.
const lifetime = 7_200_000

interface Grant {
  /** Owner of the token: the name of an app, the id of a suite, or the corpid of the service provider. */
  holder: string
  revoked?: boolean | undefined
}

/** An access token: its text (`code`), its owner (`holder`), and when it expires. */
export type Token = Expiring<Grant>

export interface TokenKind<Holder> {
  /**
   * Returns the key of a token's owner. The key is the name of an app, the id of a suite, or the corpid of the service
   * provider. Each owner has at most one valid token at a time.
   */
  readonly keyOf: (holder: Holder) => string
  readonly find: (key: string) => Holder | undefined
  readonly missing: number
  readonly expired: number
  readonly invalid: number
}

/**
 * All access tokens of one kind that the fake corp has issued. There are three kinds: the tokens of apps, of suites
 * (第三方应用) and of the service provider (服务商).
 */
export class Tokens<Holder> {
  readonly #clock: Clock
  readonly #kind: TokenKind<Holder>
  readonly #tokens: ExpiringCodes<Grant>

  constructor(clock: Clock, random: Random, kind: TokenKind<Holder>) {
    this.#clock = clock
    this.#kind = kind
    this.#tokens = new ExpiringCodes(clock, random, 214)
  }

  load(tokens: readonly Token[]): void {
    this.#tokens.load(tokens)
  }

  save(): Token[] {
    return this.#tokens.save()
  }

  /** Number of all issued tokens of this kind, expired and revoked tokens included. */
  get issued(): number {
    return this.save().length
  }

  /**
   * Returns the valid token of an app, a suite or the service provider. If there is none, issues a new one.
   * `expires_in` is the remaining time in seconds.
   */
  fetch(holder: Holder): { access_token: string; expires_in: number } {
    const key = this.#kind.keyOf(holder)
    const validToken = this.#live().find((token) => token.holder === key)
    const { code, expires_at_ms } = validToken ?? this.#tokens.issue({ holder: key }, lifetime)
    return { access_token: code, expires_in: Math.ceil((expires_at_ms - this.#clock.now()) / 1000) }
  }

  /**
   * Returns the app, suite or service provider that a token belongs to.
   *
   * @throws {Refusal} 41001: no token. 42001: the token expired. 40014: the token is unknown or revoked. For suites,
   *   these errcodes are 41022, 42009 and 40082.
   */
  check(token: string | null): Holder {
    if (!token) throw new Refusal(this.#kind.missing)
    const known = this.#tokens.find(token)
    const holder = known && !known.revoked ? this.#kind.find(known.holder) : undefined
    if (!known || !holder) throw new Refusal(this.#kind.invalid)
    if (!this.#tokens.isLive(known)) throw new Refusal(this.#kind.expired)
    return holder
  }

  /**
   * Revokes tokens before they expire, as WeCom may do. Later calls with a revoked token fail with 40014 (invalid
   * token), or with 40082 for a token of a suite.
   *
   * @param token - the token to revoke. Default: all valid tokens of this kind.
   * @returns the number of revoked tokens.
   */
  revoke(token?: string): number {
    const chosen = this.#live().filter(({ code }) => token === undefined || code === token)
    for (const known of chosen) known.revoked = true
    return chosen.length
  }

  /** Revokes all tokens of one app, suite or service provider. */
  revokeOf(holder: Holder): void {
    const key = this.#kind.keyOf(holder)
    for (const token of this.save()) if (token.holder === key) token.revoked = true
  }

  /**
   * Makes a token expire now. Later calls with the token fail with 42001 (expired token), or with 42009 if the token
   * belongs to a suite.
   */
  expire(token: string): void {
    const known = this.#tokens.find(token)
    if (known) known.expires_at_ms = Math.min(known.expires_at_ms, this.#clock.now())
  }

  #live(): Token[] {
    return this.save().filter((token) => !token.revoked && this.#tokens.isLive(token))
  }
}

const hour = 3_600_000
// WeCom's documentation only says "several", so this number is an assumption.
const limit = 5

/** Blocks an IP address for one hour after five calls with a wrong secret. */
export class SecretGuard {
  readonly #clock: Clock
  readonly #wrong = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isBlocked(ip: string): boolean {
    return this.#recent(ip).length >= limit
  }

  noteWrong(ip: string): void {
    this.#wrong.set(ip, [...this.#recent(ip), this.#clock.now()])
  }

  noteRight(ip: string): void {
    this.#wrong.delete(ip)
  }

  clear(): void {
    this.#wrong.clear()
  }

  #recent(ip: string): number[] {
    const times = this.#wrong.get(ip) ?? []
    const now = this.#clock.now()
    // Five wrong secrets count until one hour after the last.
    if (times.length >= limit && now - (times.at(-1) ?? 0) < hour) return times
    return times.filter((time) => now - time < hour)
  }
}
