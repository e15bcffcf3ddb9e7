/**
 * Returns an integer reply of Redis as a number. Redis clients can be set to reply with digits, e.g. ioredis with
 * `stringNumbers`.
 *
 * @throws {TypeError} the reply is no integer.
 */
export function integerReply(name: string, reply: unknown): number {
  if (Number.isSafeInteger(reply)) return reply as number
  if (typeof reply === 'string' && /^-?\d+$/.test(reply)) return Number(reply)
  const got = typeof reply === 'string' || typeof reply === 'number' ? `${typeof reply} ${reply}` : typeof reply
  throw new TypeError(
    `${name}: the client must reply with an integer, as a number or as digits, got ${got}; remove the option typeMapping of the client`,
  )
}
