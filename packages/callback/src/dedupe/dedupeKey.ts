import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The same for every delivery of an event: WeCom repeats the message under a fresh nonce and timestamp. Its own advice,
 * FromUserName and CreateTime, merges different events of one second. Token and receive id keep apps apart that share a
 * store and get the same event; the hash keeps both, and the message, out of the store.
 */
export function dedupeKey(token: string, receiveId: string, message: string): string {
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}
