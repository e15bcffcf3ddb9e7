import * as v from 'valibot'
import type { AnyEndpoint, TokenKind } from '../endpoint/Endpoint.ts'
import { isWeComError, type AnyWeComError } from '../errors/isWeComError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { stopSignal, untilAborted } from '../request/stopSignal.ts'
import { checkNumber } from '../settings/checkNumber.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'
import { tokenField } from './tokenField.ts'
import type { TokenContext, TokenSource } from './TokenSource.ts'
import type { StoreLock, StoreOptions } from './TokenStore.ts'
import { tryStore } from './tryStore.ts'

export interface RenewedTokenOptions extends StoreOptions {
  readonly kind: Exclude<TokenKind, 'none'>
  /**
   * Id of the corp or suite that owns the tokens. The token store contains this id in plain text, as part of its keys.
   */
  readonly owner: string
  readonly secret: string
  readonly endpoint: AnyEndpoint
  /** Requests a new token from WeCom. `signal` aborts when the last call stops waiting for the token. */
  readonly fetchToken: (context: TokenContext, signal: AbortSignal) => Promise<FetchedToken>
}

export interface FetchedToken {
  readonly value: string
  /** Time from now until the token expires, in milliseconds. */
  readonly lifetime: number
}

interface Token {
  readonly value: string
  readonly expiresAt: number
}

interface HeldToken extends Token {
  /**
   * Time at which a token source requests a new token, in milliseconds since 1970. The present token still works at
   * that time.
   */
  readonly refreshAt: number
}

/**
 * State of a token source for one base URL: the current token, and the requests for new tokens. A token source has
 * several states if clients with different base URLs use it, e.g. the URLs of WeCom and of a proxy.
 */
interface Slot {
  readonly key: Promise<string>
  held?: HeldToken | undefined
  // The store may still contain this token for a short time.
  rejected?: string | undefined
  // `at` is a time of `performance.now`.
  fetched?: { readonly token: HeldToken; readonly at: number } | undefined
  // The newest write to the store. Never rejects.
  saving?: Promise<unknown> | undefined
  flight?: Flight | undefined
  // `until` is a time of `performance.now`, because the clock of the machine may be set back.
  refusal?: { readonly error: AnyWeComError; readonly until: number } | undefined
}

interface Flight {
  readonly token: Promise<string>
  waiters: number
  /**
   * Aborts the request when no call waits for it any more. Missing until the store has answered or failed: a store that
   * hangs would otherwise keep calls with a short time limit from ever getting a token.
   */
  controller?: AbortController
  /**
   * Time after which the token source may request the token again, although this request has not ended. The time is a
   * value of `performance.now`. Edge runtimes may stop work without an error, so a request may never end.
   */
  readonly lostAt: number
}

const minute = 60_000
// Time before the source repeats a failed renewal while the old token still works, in milliseconds.
const pause = minute / 2
// Time after which the lock of an ended process becomes free, in milliseconds.
const lease = 5_000
// A stored value of another shape counts as no token. A new token replaces it.
const storedToken = v.object({ value: v.string(), expiresAt: v.number() })
// Wrong id or secret, disabled app, or withdrawn authorization. The source then requests no token for an hour, because
// WeCom bans the IP after repeated requests.
const wrongSecret: readonly number[] = [
  40001, 40013, 40080, 40083, 40084, 40091, 41002, 41004, 41021, 41024, 48004, 50003, 301007,
]
// 45009 (calls too often) and 60020 (untrusted IP): the source requests no token for a minute.
const blocked: readonly number[] = [45009, 60020]

/**
 * Creates a token source that renews its token. It does so shortly before the token expires, and when WeCom rejects the
 * token. Parallel calls share a token.
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

  const adopt = (slot: Slot, text: string | null | undefined): string | undefined => {
    const stored = parse(text)
    const isFresh = stored && Date.now() < stored.expiresAt && ![slot.held?.value, slot.rejected].includes(stored.value)
    if (!isFresh) return undefined
    slot.held = hold(stored)
    return stored.value
  }

  // After the first read of the store, `begin` returns the signal for the rest of the work.
  const refresh = async (slot: Slot, context: TokenContext, begin: () => { signal: AbortSignal }): Promise<string> => {
    const key = await slot.key
    const load = (): Promise<string | null | undefined> => tryStore('get', () => store.get(key), storeTimeout, context)
    const text = await load()
    const { signal } = begin()
    const stored = adopt(slot, text)
    if (stored) return stored
    // Does not try to lock a store that has just failed.
    // With a lock, only one process requests a new token from WeCom.
    const takeLock = async (): Promise<StoreLock | undefined> =>
      text === null ? undefined : store.lock?.(key, lease, signal)
    const lock = await tryStore('lock', takeLock, undefined, context, signal)
    try {
      // The process that held the lock before has probably saved one.
      const saved = lock && adopt(slot, await load())
      if (saved) return saved
      const isCutOff = store.lock && !lock
      const { fetched } = slot
      const isRecent = fetched && performance.now() < fetched.at + minute && Date.now() < fetched.token.expiresAt
      // Without the store, processes may invalidate each other's tokens: they must not do so with every call.
      if (isCutOff && isRecent) {
        slot.held = fetched.token
        return slot.held.value
      }
      const { value, lifetime } = await fetchToken(context, signal)
      // A later request has already ended, so its token is newer.
      if (slot.fetched && slot.fetched !== fetched) return slot.fetched.token.value
      // With a lifetime of 0, every call would request its own token. If the token does not work, WeCom rejects it.
      const ttl = lifetime > 0 ? lifetime : minute
      const token: Token = { value, expiresAt: Date.now() + ttl }
      slot.held = hold(token)
      slot.fetched = { token: slot.held, at: performance.now() }
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
    const token = refresh(slot, context, () => (flight.controller = new AbortController()))
      .catch((error: unknown) => {
        // Abandoned or lost: a later flight has newer facts.
        if (slot.flight === flight) slot.refusal = remember(error)
        throw error
      })
      .finally(() => endFlight(slot, flight))
    const flight: Flight = { token, waiters: 0, lostAt: performance.now() + minute }
    slot.flight = flight
    return flight
  }

  const renew = async (slot: Slot, context: TokenContext, held: HeldToken): Promise<void> => {
    // Meanwhile, calls start no second renewal. Edge runtimes may stop this one without an error, so the next call after
    // a minute starts another one.
    const renewing = { ...held, refreshAt: Date.now() + minute }
    slot.held = renewing
    // Ends after a minute, because it holds the lock that other processes need.
    const stop = stopSignal(undefined, minute)
    try {
      await refresh(slot, context, () => stop)
    } catch (error) {
      // WeCom may have rejected the token in the meantime.
      if (slot.held !== renewing) return
      slot.refusal = remember(error)
      slot.held = { ...held, refreshAt: Date.now() + pause }
    } finally {
      stop.release()
    }
  }

  const current = (slot: Slot, context: TokenContext): string | undefined => {
    const { held } = slot
    if (!held || Date.now() >= held.expiresAt) return undefined
    // No call waits for a renewal while the old token works.
    if (Date.now() >= held.refreshAt && !refusalOf(slot)) void renew(slot, context, held)
    return held.value
  }

  const get = async (slot: Slot, context: TokenContext, again?: true): Promise<string> => {
    const token = current(slot, context)
    if (token !== undefined) return token
    const refusal = refusalOf(slot)
    if (refusal) throw refusal
    const joined = slot.flight && performance.now() < slot.flight.lostAt ? slot.flight : undefined
    try {
      return await waitFor(slot, joined ?? startFlight(slot, context), context.signal)
    } catch (error) {
      // The request had the time limits of the client that started it, which may be shorter than those of this client.
      if (joined && !again && (error as Partial<AnyWeComError> | undefined)?.kind === 'timeout') {
        return get(slot, context, true)
      }
      throw error
    }
  }

  return {
    kind,
    get: async (context) => ({ query: { [field]: await get(slotOf(context), context) } }),
    peek: (context) => {
      const token = current(slotOf(context), context)
      return token === undefined ? undefined : { query: { [field]: token } }
    },
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

async function waitFor(slot: Slot, flight: Flight, signal: AbortSignal | undefined): Promise<string> {
  flight.waiters++
  try {
    const token = await untilAborted(flight.token, signal)
    if (token === undefined) throw signal?.reason
    return token
  } finally {
    if (--flight.waiters === 0 && flight.controller) {
      endFlight(slot, flight)
      flight.controller.abort()
    }
  }
}

/**
 * Returns the error that the source throws instead of requesting a token. Returns undefined if the source may request a
 * token.
 */
function refusalOf({ refusal }: Slot): AnyWeComError | undefined {
  return refusal && performance.now() < refusal.until ? refusal.error : undefined
}

function endFlight(slot: Slot, flight: Flight): void {
  if (slot.flight === flight) slot.flight = undefined
}

function hold(token: Token): HeldToken {
  const lifetime = token.expiresAt - Date.now()
  // 5 to 7.5 minutes, or 10 to 15 % of a lifetime below 50 minutes. Random, because several processes must not renew at
  // the same time.
  const margin = Math.min(5 * minute, lifetime / 10) * (1 + Math.random() / 2)
  return { ...token, refreshAt: token.expiresAt - margin }
}

function parse(text: string | null | undefined): Token | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), storedToken), text)
  return parsed.success ? parsed.output : undefined
}

function remember(error: unknown): Slot['refusal'] {
  if (!isWeComError(error) || error.kind !== 'api') return undefined
  if (wrongSecret.includes(error.errcode)) return { error, until: performance.now() + 60 * minute }
  if (blocked.includes(error.errcode)) return { error, until: performance.now() + minute }
  return undefined
}

function refuseTokens({ errcode, errmsg }: WeComApiError, endpoint: AnyEndpoint): Slot['refusal'] {
  // WeCom rejected two tokens in a row. It would reject a third token as well, and further requests would get the IP
  // banned.
  return { error: new WeComApiError(endpoint, errcode, errmsg, false), until: performance.now() + minute }
}

async function storeKey(kind: string, owner: string, secret: string, baseUrl: string): Promise<string> {
  // Keys are not secret, so the key contains the secret only as a hash.
  const bytes = new TextEncoder().encode(`${owner}\n${secret}\n${baseUrl}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `wecom:${kind}-token:${owner}:${hash}`
}
