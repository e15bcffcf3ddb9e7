import * as v from 'valibot'
import type { AnyEndpoint, TokenKind } from '../endpoint/Endpoint.ts'
import { isWeComError, type AnyWeComError } from '../errors/isWeComError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { untilAborted } from '../request/stopSignal.ts'
import { checkNumber } from '../settings/checkNumber.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'
import { tokenField } from './tokenField.ts'
import type { TokenContext, TokenSource } from './TokenSource.ts'
import type { StoreLock, StoreOptions } from './TokenStore.ts'
import { tryStore } from './tryStore.ts'

export interface RenewedTokenOptions extends StoreOptions {
  readonly kind: Exclude<TokenKind, 'none'>
  /** Whose token it is, for people who look into the store; no secret. */
  readonly owner: string
  /** What tells this token from the owner's other ones. Only its hash leaves this function. */
  readonly secret: string
  /** The call that gives a new token. */
  readonly endpoint: AnyEndpoint
  /** Makes that call; `signal` aborts once no call waits for the token any more. */
  readonly fetchToken: (context: TokenContext, signal: AbortSignal) => Promise<FetchedToken>
}

export interface FetchedToken {
  readonly value: string
  /** Milliseconds to live. */
  readonly lifetime: number
}

interface Token {
  readonly value: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

interface HeldToken extends Token {
  /** From here on a new one is fetched, while this one still works. */
  readonly refreshAt: number
}

/** What is known for one address: tests, proxies and WeCom itself do not share tokens. */
interface Slot {
  readonly key: Promise<string>
  held?: HeldToken | undefined
  /** The last one that WeCom rejected: for a moment it may still stand in the store. */
  rejected?: string | undefined
  /** The last token that this process fetched itself, and when. */
  fetched?: { readonly token: HeldToken; readonly at: number } | undefined
  /** The last token on its way into the store. */
  saving?: Promise<unknown> | undefined
  /** The one refresh in flight. */
  flight?: Flight | undefined
  /** A refusal that would be repeated, and until when it is not asked for again. */
  refusal?: { readonly error: AnyWeComError; readonly until: number } | undefined
}

interface Flight {
  readonly token: Promise<string>
  /** Ends the refresh. */
  readonly controller: AbortController
  /** How many calls wait for it. */
  waiters: number
  /** Milliseconds since 1970. By then it has landed or is lost: edge runtimes end a request with all that it waits for. */
  readonly lostAt: number
}

const minute = 60_000
/** How long a renewal that failed is not tried again, while the token still works. */
const pause = minute / 2
/** How long a process that has ended keeps others waiting for the lock of the store. */
const lease = 5_000
/** What else stands in the store is no token of ours; the next one replaces it. */
const storedToken = v.object({ value: v.string(), expiresAt: v.number() })
/** Wrong id or secret, app disabled, authorization withdrawn. Asking again and again gets the IP banned for an hour. */
const wrongSecret: readonly number[] = [
  40001, 40013, 40080, 40083, 40084, 40091, 41002, 41004, 41021, 41024, 48004, 50003, 301007,
]
/** Fetched too often, or from an IP that is not trusted: both last for a minute at least. */
const blocked: readonly number[] = [45009, 60020]

/**
 * A token that is fetched when first needed, shared by all parallel calls, renewed shortly before it expires,
 * and replaced when WeCom rejects it. `corpToken`, `suiteToken`, `authorizedCorpToken` and `providerToken` are made of it.
 */
export function renewedToken({
  kind,
  owner,
  secret,
  store = memoryTokenStore(),
  storeTimeout = 2_000,
  endpoint,
  fetchToken,
}: RenewedTokenOptions): TokenSource {
  checkNumber(`${kind} token: storeTimeout`, storeTimeout, 'a positive integer')
  const field = tokenField[kind]
  const slots = new Map<string, Slot>()
  const slotOf = ({ baseUrl }: TokenContext): Slot => {
    const slot = slots.get(baseUrl) ?? { key: storeKey(kind, owner, secret, baseUrl) }
    slots.set(baseUrl, slot)
    return slot
  }

  /** Takes over the token that another process put into the store, unless it is of no use. */
  const adopt = (slot: Slot, text: string | null | undefined): string | undefined => {
    const stored = parse(text)
    const isFresh = stored && Date.now() < stored.expiresAt && ![slot.held?.value, slot.rejected].includes(stored.value)
    if (!isFresh) return undefined
    slot.held = hold(stored)
    return stored.value
  }

  /** The token of the store, else a new one from WeCom. If the store has locks, one process fetches it for all. */
  const refresh = async (slot: Slot, context: TokenContext, signal: AbortSignal): Promise<string> => {
    const key = await slot.key
    const load = (): Promise<string | null | undefined> => tryStore('get', () => store.get(key), storeTimeout, context)
    const text = await load()
    const stored = adopt(slot, text)
    if (stored) return stored
    // A store that has just failed is not asked for a lock.
    const takeLock = async (): Promise<StoreLock | undefined> =>
      text === null ? undefined : store.lock?.(key, lease, signal)
    const lock = await tryStore('lock', takeLock, undefined, context, signal)
    try {
      // The process that had the lock before has probably saved one.
      const saved = lock && adopt(slot, await load())
      if (saved) return saved
      const isCutOff = store.lock && !lock
      // Without the store, processes may void each other's tokens: they must not do so with every call.
      if (isCutOff && slot.fetched && Date.now() < slot.fetched.at + minute) {
        slot.held = slot.fetched.token
        return slot.held.value
      }
      const { value, lifetime } = await fetchToken(context, signal)
      // A lifetime of 0 would have every call fetch its own. If the token does not work, WeCom rejects it.
      const ttl = lifetime > 0 ? lifetime : minute
      const token: Token = { value, expiresAt: Date.now() + ttl }
      slot.held = hold(token)
      slot.fetched = { token: slot.held, at: Date.now() }
      const save = async (): Promise<unknown> =>
        lock && store.setIfNewer
          ? store.setIfNewer(key, JSON.stringify(token), ttl, lock.version)
          : store.set(key, JSON.stringify(token), ttl)
      // Calls do not wait for the store. Without its lock, nothing tells whether its token is newer than this one.
      slot.saving = isCutOff ? undefined : tryStore('set', save, storeTimeout, context)
      return value
    } finally {
      // The next process that has the lock looks into the store.
      if (lock) void Promise.resolve(slot.saving).then(() => tryStore('lock', lock.release, storeTimeout, context))
    }
  }

  const startFlight = (slot: Slot, context: TokenContext): Flight => {
    const { held } = slot
    const controller = new AbortController()
    const token = refresh(slot, context, controller.signal)
      .catch((error: unknown) => {
        // Given up on, or lost: a later flight knows better.
        if (slot.flight !== flight) throw error
        slot.refusal = remember(error)
        if (!held || slot.held !== held || Date.now() >= held.expiresAt) throw error
        slot.held = { ...held, refreshAt: Date.now() + pause }
        return held.value
      })
      .finally(() => endFlight(slot, flight))
    const flight: Flight = { token, controller, waiters: 0, lostAt: Date.now() + minute }
    slot.flight = flight
    return flight
  }

  const get = (slot: Slot, context: TokenContext): Promise<string> | string => {
    const { held, refusal, flight } = slot
    const now = Date.now()
    if (held && now < held.refreshAt) return held.value
    const works = held && now < held.expiresAt
    if (refusal && now < refusal.until) {
      if (works) return held.value
      throw refusal.error
    }
    const isUnderWay = flight && now < flight.lostAt
    // One call renews; the others go on with the token that still works.
    if (isUnderWay && works) return held.value
    return waitFor(slot, isUnderWay ? flight : startFlight(slot, context), context.signal)
  }

  return {
    kind,
    get: async (context) => ({ query: { [field]: await get(slotOf(context), context) } }),
    drop: async ({ query }, context, again) => {
      const slot = slotOf(context)
      const rejected = query?.[field]
      // By now another call may have brought a fresh token, here or in the store: that one stays.
      if (slot.held?.value === rejected) {
        slot.held = undefined
        if (again?.kind === 'api') slot.refusal = refuseTokens(again, endpoint)
      }
      slot.rejected = rejected
      const key = await slot.key
      const remove = async (): Promise<void> => {
        await slot.saving
        const text = await store.get(key)
        if (text !== undefined && parse(text)?.value === rejected) await store.deleteIfEqual(key, text)
      }
      await tryStore('delete', remove, storeTimeout, context)
    },
  }
}

/** Waits for a token together with other calls. The last one that leaves early ends the flight. */
async function waitFor(slot: Slot, flight: Flight, signal: AbortSignal | undefined): Promise<string> {
  flight.waiters++
  try {
    const token = await untilAborted(flight.token, signal)
    if (token === undefined) throw signal?.reason
    return token
  } finally {
    if (--flight.waiters === 0) {
      endFlight(slot, flight)
      flight.controller.abort()
    }
  }
}

function endFlight(slot: Slot, flight: Flight): void {
  if (slot.flight === flight) slot.flight = undefined
}

/** Renewal begins five minutes before the end, for short-lived tokens in their last tenth; spread, so that many processes do not meet. */
function hold(token: Token): HeldToken {
  const lifetime = token.expiresAt - Date.now()
  const margin = Math.min(5 * minute, lifetime / 10) * (1 + Math.random() / 2)
  return { ...token, refreshAt: token.expiresAt - margin }
}

function parse(text: string | null | undefined): Token | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), storedToken), text)
  return parsed.success ? parsed.output : undefined
}

function remember(error: unknown): Slot['refusal'] {
  if (!isWeComError(error) || error.kind !== 'api') return undefined
  if (wrongSecret.includes(error.errcode)) return { error, until: Date.now() + 60 * minute }
  if (blocked.includes(error.errcode)) return { error, until: Date.now() + minute }
  return undefined
}

/** WeCom rejected a token, then the new one at once: a third one would fare no better, and asking on gets the IP banned. */
function refuseTokens({ errcode, errmsg }: WeComApiError, endpoint: AnyEndpoint): Slot['refusal'] {
  return { error: new WeComApiError(endpoint, errcode, errmsg, false), until: Date.now() + minute }
}

/** One key for each owner, secret and address. The secret itself cannot be read from it. */
async function storeKey(kind: string, owner: string, secret: string, baseUrl: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${owner}\n${secret}\n${baseUrl}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `wecom:${kind}-token:${owner}:${hash}`
}
