/** Milliseconds for which a caller may go on sending what nobody wants. */
const patience = 30_000

/**
 * Takes in what is left of a body, and drops it. A connection that is closed with bytes unread is reset, and the answer is
 * lost to a caller who is still sending: to browsers, and to Node's `fetch`.
 */
export async function dropRest({ body }: Request): Promise<void> {
  if (!body || body.locked) return
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), patience)
  try {
    await body.pipeTo(new WritableStream(), { preventCancel: true, signal: enough.signal })
  } catch {
    // Enough came, or the caller has left: there is nothing more to wait for.
  } finally {
    clearTimeout(timer)
  }
}
