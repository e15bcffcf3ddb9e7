import { checkNumber } from '@wecom/core/define'
import type { RedisClient } from './RedisClient.ts'

/**
 * Runs a Lua script in Redis and returns the reply.
 *
 * @param onLate - receives a reply that came after the time limit.
 * @throws {DOMException} `TimeoutError`: there was no reply in time. The script may still run.
 */
export type RunScript = (
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
  onLate?: (reply: unknown) => void,
) => Promise<unknown>

export function scriptRunner(name: string, client: RedisClient, timeout = 2_000): RunScript {
  checkNumber(`${name}: timeout`, timeout, 'a positive integer')
  checkClient(name, client)
  return (script, keys, args, onLate) => {
    const texts = args.map(String)
    return within(timeout, evaluate(client, script, [...keys], texts), onLate)
  }
}

async function evaluate(client: RedisClient, script: string, keys: string[], args: string[]): Promise<unknown> {
  const sha1 = await sha1Of(script)
  const options = { keys, arguments: args }
  try {
    return await ('evalSha' in client
      ? client.evalSha(sha1, options)
      : client.evalsha(sha1, keys.length, ...keys, ...args))
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
    return 'evalSha' in client ? client.eval(script, options) : client.eval(script, keys.length, ...keys, ...args)
  }
}

const hashes = new Map<string, Promise<string>>()

function sha1Of(script: string): Promise<string> {
  const known = hashes.get(script)
  if (known) return known
  const hash = crypto.subtle
    .digest('SHA-1', new TextEncoder().encode(script))
    .then((digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''))
  hashes.set(script, hash)
  return hash
}

async function within<T>(
  milliseconds: number,
  reply: Promise<T>,
  onLate: ((reply: T) => void) | undefined,
): Promise<T> {
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = true
      reject(new DOMException(`Redis did not reply within ${milliseconds} ms`, 'TimeoutError'))
    }, milliseconds)
  })
  // Ignores a late failure: the caller already received one.
  reply.then(
    (value) => isLate && onLate?.(value),
    () => undefined,
  )
  try {
    return await Promise.race([reply, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function checkClient(name: string, client: unknown): void {
  const isClient =
    typeof client === 'object' &&
    client !== null &&
    'eval' in client &&
    typeof client.eval === 'function' &&
    ('evalSha' in client || 'evalsha' in client)
  if (!isClient) throw new TypeError(`${name}: client must be a client of ioredis or of redis (node-redis)`)
}
