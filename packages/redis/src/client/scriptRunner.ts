import { checkNumber } from '@wecom/core/define'
import { noReply } from './noReply.ts'
import type { RedisClient } from './RedisClient.ts'
import { scriptSender } from './scriptSender.ts'

/**
 * Runs a Lua script in Redis and returns the reply.
 *
 * @param undo - undoes the effect of the script. Redis may run the script even if the command fails or its reply is
 *   late. If the command fails, the runner calls `undo` once. If there is no reply in time, the runner calls `undo` at
 *   once, and again when the late reply or error arrives. Failures of `undo` are ignored, because the caller has
 *   already received an error.
 * @throws {DOMException} `TimeoutError`: there was no reply in time.
 */
export type RunScript = (
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
  undo?: () => Promise<unknown>,
) => Promise<unknown>

export function scriptRunner(name: string, client: RedisClient, timeout = 2_000): RunScript {
  checkNumber(`${name}: timeout`, timeout, 'a positive integer')
  const send = scriptSender(name, client)
  return (script, keys, args, undo) =>
    within(timeout, send(script, keys, args), () => void undo?.().catch(() => undefined))
}

async function within(milliseconds: number, reply: Promise<unknown>, undo: () => void): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reply.then(undo, undo)
      reject(noReply(milliseconds))
    }, milliseconds)
  })
  try {
    return await Promise.race([reply, tooLate])
  } catch (error) {
    undo()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
