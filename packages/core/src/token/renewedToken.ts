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
  /** Id of the corp or suite. The store key contains it in plain text. */
  readonly owner: string
  /** The store key contains a hash of the secret, because each app of an owner has a different token. */
  readonly secret: string
  readonly endpoint: AnyEndpoint
  /** Requests a new token. `signal` aborts when no call waits for the token any more. */
  readonly fetchToken: (context: TokenContext, signal: AbortSignal) => Promise<FetchedToken>
}

export interface FetchedToken {
  readonly value: string
  /** In milliseconds. */
  readonly lifetime: number
}

interface Token {
  readonly value: string
  /** In milliseconds since 1970. */
  readonly expiresAt: number
}

interface HeldToken extends Token {
  /** Time of the renewal, in milliseconds since 1970. The token still works at that time. */
  readonly refreshAt: number
}

/** State of a token source for one base URL: WeCom's, or a proxy's. */
interface Slot {
  readonly key: Promise<string>
  held?: HeldToken | undefined
  /** The token that WeCom rejected most recently. The store may still contain it for a short time. */
  rejected?: string | undefined
  /** The newest token that this process requested itself, and the time at which the token arrived. */
  fetched?: { readonly token: HeldToken; readonly at: number } | undefined
  /** Promise of the newest write to the store. Never rejects. */
  saving?: Promise<unknown> | undefined
  /** Request under way for a new token. */
  flight?: Flight | undefined
  /** Error of a request after which the source must wait. The source requests no token before the time `until`. */
  refusal?: { readonly error: AnyWeComError; readonly until: number } | undefined
}

interface Flight {
  readonly token: Promise<string>
  readonly controller: AbortController
  waiters: number
  /**
   * Time from which the source may start another request, in milliseconds since 1970. Edge runtimes may stop work
   * without an error, and this request would then never end.
   */
  readonly lostAt: number
}

const minute = 60_000
/** Time before the source repeats a failed renewal while the old token still works, in milliseconds. */
const pause = minute / 2
/** Time after which the lock of an ended process becomes free, in milliseconds. */
const lease = 5_000
/** A stored value of another shape counts as no token. A new token replaces it. */
const storedToken = v.object({ value: v.string(), expiresAt: v.number() })
/**
 * Errcodes of a wrong id or secret, a disabled app, or a withdrawn authorization. The source then requests no token for
 * an hour, because WeCom bans the IP after repeated requests.
 */
const wrongSecret: readonly number[] = [
  40001, 40013, 40080, 40083, 40084, 40091, 41002, 41004, 41021, 41024, 48004, 50003, 301007,
]
/** Errcodes after which the source requests no token for a minute: 45009 (calls too often) and 60020 (untrusted IP). */
const blocked: readonly number[] = [45009, 60020]

/**
 * Creates a source for tokens that expire. Parallel calls share a token. The source renews it shortly before it
 * expires, and when WeCom rejects it.
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
  const field = tokenField(kind)
  const slots = new Map<string, Slot>()
  const slotOf = ({ baseUrl }: TokenContext): Slot => {
    const slot = slots.get(baseUrl) ?? { key: storeKey(kind, owner, secret, baseUrl) }
    slots.set(baseUrl, slot)
    return slot
  }

  /** Uses a token from the store, unless the token is expired, rejected or already known. */
  const adopt = (slot: Slot, text: string | null | undefined): string | undefined => {
    const stored = parse(text)
    const isFresh = stored && Date.now() < stored.expiresAt && ![slot.held?.value, slot.rejected].includes(stored.value)
    if (!isFresh) return undefined
    slot.held = hold(stored)
    return stored.value
  }

  /** If the store has locks, only one process requests a new token from WeCom. */
  const refresh = async (slot: Slot, context: TokenContext, signal: AbortSignal): Promise<string> => {
    const key = await slot.key
    const load = (): Promise<string | null | undefined> => tryStore('get', () => store.get(key), storeTimeout, context)
    const text = await load()
    const stored = adopt(slot, text)
    if (stored) return stored
    // Does not try to lock a store that has just failed.
    const takeLock = async (): Promise<StoreLock | undefined> =>
      text === null ? undefined : store.lock?.(key, lease, signal)
    const lock = await tryStore('lock', takeLock, undefined, context, signal)
    try {
      // The process that held the lock before has probably saved one.
      const saved = lock && adopt(slot, await load())
      if (saved) return saved
      const isCutOff = store.lock && !lock
      // Without the store, processes may invalidate each other's tokens: they must not do so with every call.
      if (isCutOff && slot.fetched && Date.now() < slot.fetched.at + minute) {
        slot.held = slot.fetched.token
        return slot.held.value
      }
      const { value, lifetime } = await fetchToken(context, signal)
      // With a lifetime of 0, every call would request its own token. If the token does not work, WeCom rejects it.
      const ttl = lifetime > 0 ? lifetime : minute
      const token: Token = { value, expiresAt: Date.now() + ttl }
      slot.held = hold(token)
      slot.fetched = { token: slot.held, at: Date.now() }
      const save = async (): Promise<unknown> =>
        lock && store.setIfNewer
          ? store.setIfNewer(key, JSON.stringify(token), ttl, lock.version)
          : store.set(key, JSON.stringify(token), ttl)
      // Calls do not wait for the store. Without the lock it is unknown whether the stored token is newer than this
      // one.
      slot.saving = isCutOff ? undefined : tryStore('set', save, storeTimeout, context)
      return value
    } finally {
      // The next process with the lock reads the store.
      if (lock) void Promise.resolve(slot.saving).then(() => tryStore('lock', lock.release, storeTimeout, context))
    }
  }

  const startFlight = (slot: Slot, context: TokenContext): Flight => {
    const { held } = slot
    const controller = new AbortController()
    const token = refresh(slot, context, controller.signal)
      .catch((error: unknown) => {
        // Abandoned or lost: a later flight has newer facts.
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
    // One call renews; the others use the token that still works.
    if (isUnderWay && works) return held.value
    return waitFor(slot, isUnderWay ? flight : startFlight(slot, context), context.signal)
  }

  return {
    kind,
    get: async (context) => ({ query: { [field]: await get(slotOf(context), context) } }),
    drop: async ({ query }, context, again) => {
      const slot = slotOf(context)
      const rejected = query?.[field]
      // Another call may have saved a newer token, here or in the store: keep that one.
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

/**
 * Waits for a new token, together with other calls. When all of them have aborted, this function aborts the request.
 */
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

/**
 * The source renews a token 5 to 7.5 minutes before it expires. For a lifetime below 50 minutes, it does so when 10 to
 * 15 % of the lifetime remain. The exact time is random, because several processes must not renew at the same time.
 */
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

/**
 * Used after WeCom rejected two tokens in a row. WeCom would reject a third token as well, and further requests would
 * get the IP banned.
 */
function refuseTokens({ errcode, errmsg }: WeComApiError, endpoint: AnyEndpoint): Slot['refusal'] {
  return { error: new WeComApiError(endpoint, errcode, errmsg, false), until: Date.now() + minute }
}

/** Returns the store key of a token. Keys are not secret, so the key contains the secret only as a hash. */
async function storeKey(kind: string, owner: string, secret: string, baseUrl: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${owner}\n${secret}\n${baseUrl}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `wecom:${kind}-token:${owner}:${hash}`
}
