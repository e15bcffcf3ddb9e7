import type { RedisClient } from './RedisClient.ts'

/** Runs a Lua script in Redis and returns the reply. There is no time limit. */
export type SendScript = (
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
) => Promise<unknown>

// Hashes of the scripts that each client has sent as text.
const hashes = new WeakMap<RedisClient, Map<string, string>>()

export function scriptSender(name: string, client: RedisClient): SendScript {
  checkClient(name, client)
  const known = hashes.get(client) ?? new Map<string, string>()
  hashes.set(client, known)
  const sendText: SendScript = (script, keys, args) => send(client, 'eval', script, keys, args)
  return async (script, keys, args) => {
    const hash = known.get(script)
    if (hash === undefined) {
      void sha1Of(script).then((sha1) => known.set(script, sha1))
      // At once and in one command: a program that closes its client right after this call still saves its token.
      return sendText(script, keys, args)
    }
    try {
      return await send(client, 'evalsha', hash, keys, args)
    } catch (error) {
      // Redis has restarted, or this is another node of a cluster.
      if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return sendText(script, keys, args)
      throw error
    }
  }
}

function send(
  client: RedisClient,
  command: 'eval' | 'evalsha',
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  const texts = args.map(String)
  if (!('evalSha' in client)) return client[command](script, keys.length, ...keys, ...texts)
  return client[command === 'eval' ? 'eval' : 'evalSha'](script, { keys: [...keys], arguments: texts })
}

async function sha1Of(script: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(script))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
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
