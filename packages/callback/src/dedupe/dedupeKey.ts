import { encodeHex } from '../text/hex.ts'

/**
 * The same for every delivery of an event: WeCom repeats the message under a fresh nonce and timestamp. Its own advice,
 * FromUserName and CreateTime, merges different events of one second. Token and receive id keep apps apart that share a
 * store and get the same event; the hash keeps both, and the message, out of the store.
 */
export async function dedupeKey(token: string, receiveId: string, message: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${token}\n${receiveId}\n${message}`)
  return `wecom:callback:${encodeHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))}`
}
