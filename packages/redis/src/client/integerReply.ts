/**
 * Returns an integer reply of Redis as a number. With some settings, Redis clients return an integer as a string of
 * digits, e.g. ioredis with the option `stringNumbers`.
 *
 * @throws {TypeError} the reply is not an integer.
 */
export function integerReply(name: string, reply: unknown): number {
  if (Number.isSafeInteger(reply)) return reply as number
  if (typeof reply === 'string' && /^-?\d+$/.test(reply)) return Number(reply)
  const got = typeof reply === 'string' || typeof reply === 'number' ? `${typeof reply} ${reply}` : typeof reply
  throw new TypeError(
    `${name}: the client must reply with an integer, as a number or as digits, got ${got}; remove the option typeMapping of the client`,
  )
}
