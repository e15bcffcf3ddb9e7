import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'
import { Keyed } from './rows.ts'

/**
 * A code or token that expires, with the data that belongs to it. The data of a welcome code, for example, is the
 * member and the customer.
 */
export type Expiring<Meaning extends object> = Meaning & {
  code: string
  /**
   * When the code expires, in milliseconds since 1970. Most times in a state are in seconds. This is too coarse here,
   * because some codes are valid only for a few seconds.
   */
  expires_at_ms: number
}

/** All codes of one kind, expired codes included. */
export class ExpiringCodes<Meaning extends object> extends Keyed<Expiring<Meaning>> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #length: number

  /**
   * Creates an empty set of codes.
   *
   * @param length - number of characters of each code.
   */
  constructor(clock: Clock, random: Random, length: number) {
    super(({ code }) => code)
    this.#clock = clock
    this.#random = random
    this.#length = length
  }

  /**
   * Issues a new code.
   *
   * @param meaning - data that belongs to the code.
   * @param lifetime - time for which the code is valid, in milliseconds.
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

/** Time for which a token is valid, in milliseconds (two hours). */
const lifetime = 7_200_000

interface Grant {
  /** Owner of the token: the name of an app, the id of a suite, or the corpid of the service provider. */
  holder: string
  revoked?: boolean | undefined
}

/** An access token: its text, its owner, and the time at which it expires. */
export type Token = Expiring<Grant>

/**
 * Functions and errcodes that `Tokens` uses for one kind of token. There are three kinds: the tokens of apps, of suites
 * and of the service provider.
 */
export interface TokenKind<Holder> {
  /**
   * Returns the key of the owner of a token: the name of an app, the id of a suite, or the corpid of the service
   * provider. Each owner has at most one valid token at a time.
   */
  readonly keyOf: (holder: Holder) => string
  /** Returns the owner of a token by its key (see `keyOf`). Undefined if the owner no longer exists. */
  readonly find: (key: string) => Holder | undefined
  readonly missing: number
  readonly expired: number
  /** The errcode for a token that is unknown or revoked. */
  readonly invalid: number
}

/** All tokens of one kind, e.g. the tokens of apps. */
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

  /** Number of all tokens that the fake corp has issued, expired and revoked tokens included. */
  get issued(): number {
    return this.save().length
  }

  /**
   * Returns the valid token of an app, a suite or the service provider. If there is no valid token, issues a new one.
   * The field `expires_in` of the result is the remaining time in seconds.
   */
  fetch(holder: Holder): { access_token: string; expires_in: number } {
    const key = this.#kind.keyOf(holder)
    const held = this.#live().find((token) => token.holder === key)
    const { code, expires_at_ms } = held ?? this.#tokens.issue({ holder: key }, lifetime)
    return { access_token: code, expires_in: Math.ceil((expires_at_ms - this.#clock.now()) / 1000) }
  }

  /**
   * Returns the app, suite or service provider that a token belongs to. The errcodes depend on the kind of token.
   *
   * @throws {Refusal} for tokens of apps: 41001 no token, 42001 the token expired, 40014 the token is unknown or
   *   revoked.
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
   * token).
   *
   * @param token - the token to revoke. Default: all valid tokens.
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

  /** Expires a token now. Later calls with this token fail with 42001 (expired token). */
  expire(token: string): void {
    const known = this.#tokens.find(token)
    if (known) known.expires_at_ms = Math.min(known.expires_at_ms, this.#clock.now())
  }

  #live(): Token[] {
    return this.save().filter((token) => !token.revoked && this.#tokens.isLive(token))
  }
}

const hour = 3_600_000
/**
 * Number of wrong secrets after which the fake corp blocks an IP address. WeCom's documentation says "several", so this
 * number is an assumption.
 */
const limit = 5

/** Counts wrong secrets by IP address. It blocks an address for an hour after five wrong secrets. */
export class SecretGuard {
  readonly #clock: Clock
  /** Times at which wrong secrets arrived, by IP address. The times are in milliseconds since 1970. */
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

  /**
   * Returns the times at which wrong secrets arrived from an IP address, if they still count. Normally a wrong secret
   * counts for one hour. After five wrong secrets, all five count until one hour after the last one.
   */
  #recent(ip: string): number[] {
    const times = this.#wrong.get(ip) ?? []
    const now = this.#clock.now()
    if (times.length >= limit && now - (times.at(-1) ?? 0) < hour) return times
    return times.filter((time) => now - time < hour)
  }
}
