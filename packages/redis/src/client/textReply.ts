export function textReply(name: string, reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply
  if (reply === null || reply === undefined) return undefined
  throw new TypeError(
    `${name}: the client must reply with texts, got ${typeof reply}; remove the type mapping of the client`,
  )
}
