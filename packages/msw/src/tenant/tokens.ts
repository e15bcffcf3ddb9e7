import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** Seconds that a token lives. */
const lifetime = 7200

interface Token {
  readonly app: App
  /** Milliseconds since 1970. */
  expiresAt: number
  revoked: boolean
}

/** The access tokens of all apps. */
export class Tokens {
  readonly #clock: Clock
  readonly #random: Random
  readonly #tokens = new Map<string, Token>()
  /** The newest token of each app, by the app's name. */
  readonly #current = new Map<string, string>()

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  /** How many different tokens were given out. */
  get issued(): number {
    return this.#tokens.size
  }

  /** The app's token: the same one for as long as it lives. `expires_in` is in seconds. */
  fetch(app: App): { access_token: string; expires_in: number } {
    const held = this.#current.get(app.name)
    const access_token = held !== undefined && this.#isLive(held) ? held : this.#issue(app)
    const expiresAt = this.#tokens.get(access_token)?.expiresAt ?? 0
    return { access_token, expires_in: Math.ceil((expiresAt - this.#clock.now()) / 1000) }
  }

  /**
   * The app that a token was given to.
   *
   * @throws {Refusal} 41001: no token. 42001: it expired. 40014: unknown or revoked.
   */
  check(token: string | null): App {
    if (!token) throw new Refusal(41001)
    const known = this.#tokens.get(token)
    if (!known || known.revoked) throw new Refusal(40014)
    if (known.expiresAt <= this.#clock.now()) throw new Refusal(42001)
    return known.app
  }

  /**
   * Voids tokens before their time, as the platform may do: from now on they are answered with 40014.
   *
   * @param token - which one. All that live, if left out.
   * @returns how many that were.
   */
  revoke(token?: string): number {
    const chosen = [...this.#tokens].filter(([text]) => this.#isLive(text) && (token === undefined || text === token))
    for (const [, known] of chosen) known.revoked = true
    return chosen.length
  }

  /** Ends a token's life now: it is answered with 42001. */
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

  #issue(app: App): string {
    const token = this.#random.text(214)
    this.#tokens.set(token, { app, expiresAt: this.#clock.now() + lifetime * 1000, revoked: false })
    this.#current.set(app.name, token)
    return token
  }
}
