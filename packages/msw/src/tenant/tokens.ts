import { Refusal } from '../Refusal.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** Seconds that a token lives. */
const lifetime = 7200

interface Token<Holder> {
  readonly holder: Holder
  /** Milliseconds since 1970. */
  expiresAt: number
  revoked: boolean
}

/** What tells one kind of token from another. */
export interface TokenKind<Holder> {
  /** The holder's key: each has one token at a time. */
  readonly keyOf: (holder: Holder) => string
  readonly missing: number
  readonly expired: number
  /** Unknown or revoked. */
  readonly invalid: number
}

/** The tokens of one kind. */
export class Tokens<Holder> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #kind: TokenKind<Holder>
  readonly #tokens = new Map<string, Token<Holder>>()
  /** The newest token of each holder. */
  readonly #current = new Map<string, string>()

  constructor(clock: Clock, random: Random, kind: TokenKind<Holder>) {
    this.#clock = clock
    this.#random = random
    this.#kind = kind
  }

  /** How many different tokens were given out. */
  get issued(): number {
    return this.#tokens.size
  }

  /** The holder's token: the same one for as long as it lives. `expires_in` is in seconds. */
  fetch(holder: Holder): { access_token: string; expires_in: number } {
    const held = this.#current.get(this.#kind.keyOf(holder))
    const access_token = held !== undefined && this.#isLive(held) ? held : this.#issue(holder)
    const expiresAt = this.#tokens.get(access_token)?.expiresAt ?? 0
    return { access_token, expires_in: Math.ceil((expiresAt - this.#clock.now()) / 1000) }
  }

  /**
   * Whom a token was given to.
   *
   * @throws {Refusal} with the errcode of its kind; for apps 41001: no token, 42001: it expired, 40014: unknown or revoked.
   */
  check(token: string | null): Holder {
    if (!token) throw new Refusal(this.#kind.missing)
    const known = this.#tokens.get(token)
    if (!known || known.revoked) throw new Refusal(this.#kind.invalid)
    if (known.expiresAt <= this.#clock.now()) throw new Refusal(this.#kind.expired)
    return known.holder
  }

  /**
   * Voids tokens before their time, as the platform may do: from now on an app is answered with 40014.
   *
   * @param token - which one. All that live, if left out.
   * @returns how many that were.
   */
  revoke(token?: string): number {
    const chosen = [...this.#tokens].filter(([text]) => this.#isLive(text) && (token === undefined || text === token))
    for (const [, known] of chosen) known.revoked = true
    return chosen.length
  }

  /** Voids what one holder has. */
  revokeOf(holder: Holder): void {
    for (const [, known] of this.#tokens) if (known.holder === holder) known.revoked = true
  }

  /** Ends a token's life now: an app is answered with 42001. */
  expire(token: string): void {
    const known = this.#tokens.get(token)
    if (known) known.expiresAt = Math.min(known.expiresAt, this.#clock.now())
  }

  clear(): void {
    this.#tokens.clear()
    this.#current.clear()
  }

  #isLive(token: string): boolean {
    const known = this.#tokens.get(token)
    return known !== undefined && !known.revoked && known.expiresAt > this.#clock.now()
  }

  #issue(holder: Holder): string {
    const token = this.#random.text(214)
    this.#tokens.set(token, { holder, expiresAt: this.#clock.now() + lifetime * 1000, revoked: false })
    this.#current.set(this.#kind.keyOf(holder), token)
    return token
  }
}
