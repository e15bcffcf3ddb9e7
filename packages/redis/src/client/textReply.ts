/**
 * Checks that a reply of Redis is a text. Returns undefined for an empty reply.
 *
 * @throws {TypeError} the user's Redis client returns texts as another type, such as Buffers.
 */
export function textReply(name: string, reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply
  if (reply === null || reply === undefined) return undefined
  throw new TypeError(
    `${name}: the client must reply with texts, got ${typeof reply}; remove the type mapping of the client`,
  )
}
