import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { listCallbackIpsEndpoint } from '../endpoints/listCallbackIps.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { equal } from './assert.ts'
import type { TestRunner } from './testTokenStore.ts'

// Time to wait for a call that the limiter should hold back, in milliseconds. A wrong limiter sends it within this
// time.
const aWhile = 100

const endpoint: AnyEndpoint = listCallbackIpsEndpoint
const otherEndpoint: AnyEndpoint = { ...endpoint, path: '/cgi-bin/other' }

class Calls {
  readonly #limiter: Limiter
  readonly #wait: TestRunner['wait']
  readonly #running = new Map<string, PromiseWithResolvers<string>>()
  readonly sent: string[] = []
  // By name of the call: its result, or the message of its error.
  readonly ended: Record<string, string> = {}
  readonly errors: Record<string, unknown> = {}

  constructor(limiter: Limiter, wait: TestRunner['wait']) {
    this.#limiter = limiter
    this.#wait = wait
  }

  start(name: string, { at = endpoint, signal }: { at?: AnyEndpoint; signal?: AbortSignal } = {}): void {
    const attempt = (): Promise<string> => {
      if (signal?.aborted) return Promise.reject(new Error('aborted'))
      this.sent.push(name)
      const running = Promise.withResolvers<string>()
      this.#running.set(name, running)
      return running.promise
    }
    void this.#record(name, this.#limiter.run(at, attempt, signal, {}))
  }

  async #record(name: string, call: Promise<string>): Promise<void> {
    try {
      this.ended[name] = await call
    } catch (error) {
      this.errors[name] = error
      this.ended[name] = error instanceof Error ? error.message : 'no error'
    }
  }

  end(name: string, error?: Error): void {
    const running = this.#running.get(name)
    if (!running) throw new Error(`call ${name} was not sent; sent: ${this.sent.join()}`)
    this.#running.delete(name)
    if (error) running.reject(error)
    else running.resolve(`result of ${name}`)
  }

  /**
   * Waits until exactly these calls are under way: the limiter has started them, and they have not ended.
   *
   * @param names - names of the calls in the order in which they started, e.g. `1,2`.
   */
  async sees(names: string): Promise<void> {
    const running = (): string => [...this.#running.keys()].join()
    for (let count = 0; count < 500 && running() !== names; count++) await this.#wait(10)
    equal(running(), names)
  }

  async seesOnly(names: string): Promise<void> {
    await this.sees(names)
    // A wrong limiter would send a further call meanwhile.
    await this.#wait(aWhile)
    await this.sees(names)
  }

  async outcome(name: string): Promise<string | undefined> {
    for (let count = 0; count < 500 && this.ended[name] === undefined; count++) await this.#wait(10)
    return this.ended[name]
  }

  async finish(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      for (let count = 0; count < 500 && !this.#running.has(name); count++) await this.#wait(10)
      this.end(name)
    }
    for (const name of names) equal(await this.outcome(name), `result of ${name}`)
  }
}

function refusal(errcode: number): WeComApiError {
  return new WeComApiError(endpoint, errcode, 'refused', false)
}

/**
 * Registers tests that check whether a `Limiter` of your own follows the rules of `callLimiter`.
 *
 * @param createLimiter - function that creates a new limiter. Each test calls it.
 * @param runner - `test` is the function of your test framework that registers a test. `wait` waits for the given
 *   number of milliseconds. It may advance a fake clock, or wait in real time.
 *
 * @example
 * // With Vitest: `test` and `vi` come from 'vitest', and `vi.useFakeTimers()` has been called.
 * testLimiter((concurrency) => callLimiter({ concurrency }), { test, wait: (ms) => vi.advanceTimersByTimeAsync(ms) })
 */
export function testLimiter(
  createLimiter: (concurrency: number) => Limiter | Promise<Limiter>,
  { test, wait }: TestRunner,
): void {
  const check = (name: string, concurrency: number, body: (calls: Calls) => Promise<void>): void =>
    test(`limiter: ${name}`, async () => body(new Calls(await createLimiter(concurrency), wait)))

  check('runs no more calls at once than allowed, and the others later in their order', 2, async (calls) => {
    for (const name of ['1', '2', '3', '4']) calls.start(name)
    await calls.seesOnly('1,2')
    calls.end('2')
    await calls.seesOnly('1,3')
    await calls.finish('1', '3', '4')
    equal(calls.sent.join(), '1,2,3,4')
  })
  check('counts the calls of each endpoint separately', 1, async (calls) => {
    calls.start('1')
    await calls.sees('1')
    calls.start('2', { at: otherEndpoint })
    calls.start('3')
    await calls.seesOnly('1,2')
    await calls.finish('1', '2', '3')
  })
  check('a failed call frees its place, and the caller gets its error', 1, async (calls) => {
    const error = new TypeError('fetch failed')
    calls.start('1')
    calls.start('2')
    await calls.sees('1')
    calls.end('1', error)
    await calls.finish('2')
    equal(calls.errors['1'], error)
  })
  check('an abort ends the wait of a call, which then takes no place', 1, async (calls) => {
    const controller = new AbortController()
    calls.start('1')
    calls.start('2', { signal: controller.signal })
    calls.start('3')
    await calls.seesOnly('1')
    controller.abort()
    equal(await calls.outcome('2'), 'aborted')
    await calls.finish('1', '3')
  })
  check('a call whose signal is already aborted does not wait', 1, async (calls) => {
    calls.start('1')
    await calls.sees('1')
    calls.start('2', { signal: AbortSignal.abort() })
    equal(await calls.outcome('2'), 'aborted')
    await calls.finish('1')
  })
  check('45033 (too many calls at once) halves the limit, once for calls that were sent together', 4, async (calls) => {
    for (const name of ['1', '2', '3', '4']) calls.start(name)
    await calls.sees('1,2,3,4')
    for (const name of ['1', '2']) calls.end(name, refusal(45033))
    await calls.finish('3', '4')
    for (const name of ['5', '6', '7']) calls.start(name)
    await calls.seesOnly('5,6')
    await calls.finish('5', '6', '7')
  })
  check('after 20 successful calls the limit grows by one', 2, async (calls) => {
    calls.start('refused')
    await calls.sees('refused')
    calls.end('refused', refusal(45033))
    equal(await calls.outcome('refused'), refusal(45033).message)
    for (let count = 1; count <= 18; count++) {
      calls.start(`${count}`)
      await calls.finish(`${count}`)
    }
    for (const name of ['19', '20']) calls.start(name)
    await calls.seesOnly('19')
    await calls.finish('19', '20')
    for (const name of ['a', 'b', 'c']) calls.start(name)
    await calls.seesOnly('a,b')
    await calls.finish('a', 'b', 'c')
  })
  check('no other failure lowers the limit', 2, async (calls) => {
    for (const name of ['1', '2']) calls.start(name)
    await calls.sees('1,2')
    calls.end('1', refusal(-1))
    calls.end('2', new TypeError('fetch failed'))
    for (const name of ['3', '4']) calls.start(name)
    await calls.sees('3,4')
    await calls.finish('3', '4')
  })
  check(
    'after 45009 (too many calls) it sends no call for a minute, and errors contain the end of the pause',
    1,
    async (calls) => {
      for (const name of ['1', '2']) calls.start(name)
      await calls.sees('1')
      const now = Date.now()
      calls.end('1', refusal(45009))
      equal(typeof (await calls.outcome('2')), 'string')
      calls.start('3')
      equal(typeof (await calls.outcome('3')), 'string')
      equal(calls.sent.join(), '1')
      for (const name of ['1', '2', '3']) {
        const { errcode, errmsg, retryAt = 0 } = calls.errors[name] as WeComApiError
        equal(errcode, 45009)
        equal(errmsg, 'refused')
        equal(retryAt >= now + 59_000 && retryAt <= now + 90_000, true)
      }
      calls.start('4', { at: otherEndpoint })
      await calls.finish('4')
    },
  )
}
