import { checkNumber } from '@wecom/core/define'
import type { RedisClient } from './RedisClient.ts'
import { scriptSender } from './scriptSender.ts'

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
  const send = scriptSender(name, client)
  return (script, keys, args, onLate) => within(timeout, send(script, keys, args), onLate)
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
