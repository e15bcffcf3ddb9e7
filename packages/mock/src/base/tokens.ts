import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'
import { Keyed } from './rows.ts'

/** A code that expires, with the facts that it stands for. */
export type Expiring<Meaning extends object> = Meaning & {
  code: string
  /**
   * When the code expires, in milliseconds since 1970. Other times are in seconds; here they are too coarse, because
   * some codes are valid for a few seconds only.
   */
  expires_at_ms: number
}

/** Codes of one kind, expired ones included. */
export class ExpiringCodes<Meaning extends object> extends Keyed<Expiring<Meaning>> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #length: number

  /**
   * Creates an empty set of codes.
   *
   * @param length - number of characters of a code.
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
   * @param lifetime - for how long the code is valid, in milliseconds.
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

/** Milliseconds for which a token is valid. */
const lifetime = 7_200_000

interface Grant {
  /** Owner of the token: name of an app, id of a suite, or corpid of the provider. */
  holder: string
  revoked?: boolean | undefined
}

/** A token and its holder. */
export type Token = Expiring<Grant>

/** Properties in which the kinds of tokens differ. */
export interface TokenKind<Holder> {
  /** Returns the key of a holder. Each holder has one token at a time. */
  readonly keyOf: (holder: Holder) => string
  /** Returns the holder with a key. Undefined if the holder no longer exists. */
  readonly find: (key: string) => Holder | undefined
  readonly missing: number
  readonly expired: number
  /** The errcode for an unknown or revoked token. */
  readonly invalid: number
}

/** The tokens of one kind. */
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

  /** Number of tokens that were issued. */
  get issued(): number {
    return this.save().length
  }

  /** Returns the token of a holder. It is the same token until it expires. `expires_in` is in seconds. */
  fetch(holder: Holder): { access_token: string; expires_in: number } {
    const key = this.#kind.keyOf(holder)
    const held = this.#live().find((token) => token.holder === key)
    const { code, expires_at_ms } = held ?? this.#tokens.issue({ holder: key }, lifetime)
    return { access_token: code, expires_in: Math.ceil((expires_at_ms - this.#clock.now()) / 1000) }
  }

  /**
   * Returns the holder of a token.
   *
   * @throws {Refusal} the errcodes differ by kind. For tokens of apps: 41001 no token, 42001 the token expired, 40014
   *   the token is unknown or revoked.
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
   * Revokes tokens before they expire, as WeCom may do. WeCom refuses calls with them by 40014.
   *
   * @param token - the token to revoke. Default: all valid tokens.
   * @returns the number of revoked tokens.
   */
  revoke(token?: string): number {
    const chosen = this.#live().filter(({ code }) => token === undefined || code === token)
    for (const known of chosen) known.revoked = true
    return chosen.length
  }

  /** Revokes the tokens of one holder. */
  revokeOf(holder: Holder): void {
    const key = this.#kind.keyOf(holder)
    for (const token of this.save()) if (token.holder === key) token.revoked = true
  }

  /** Expires a token now. WeCom refuses calls with it by 42001. */
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
 * Number of wrong secrets after which an address is blocked. WeCom's documentation says "several"; the number is an
 * assumption.
 */
const limit = 5

/** Blocks an IP address for an hour after several wrong secrets. */
export class SecretGuard {
  readonly #clock: Clock
  /** Times of wrong secrets by IP address, in milliseconds since 1970. */
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
   * Returns the wrong secrets that still count. A block ends one hour after the last wrong secret. Without a block each
   * wrong secret counts for one hour.
   */
  #recent(ip: string): number[] {
    const times = this.#wrong.get(ip) ?? []
    const now = this.#clock.now()
    if (times.length >= limit && now - (times.at(-1) ?? 0) < hour) return times
    return times.filter((time) => now - time < hour)
  }
}
