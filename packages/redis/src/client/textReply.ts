/**
 * Returns a reply of Redis that is a text, or undefined if Redis has none.
 *
 * @param name - name of the function, for the error.
 * @throws {TypeError} the user's client maps texts to something else, such as Buffers.
 */
export function textReply(name: string, reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply
  if (reply === null || reply === undefined) return undefined
  throw new TypeError(
    `${name}: the client must reply with texts, got ${typeof reply}; remove the type mapping of the client`,
  )
}
