import type { ReceiveIds } from '../crypto/decryptMessage.ts'

/**
 * Notices settings with which every message would be refused, as an environment variable that is not set makes them. A
 * set may be empty: it is there to grow.
 */
export function checkReceiveIds(receiveIds: ReceiveIds): void {
  if (receiveIds instanceof Set) return
  const isList = Array.isArray(receiveIds) && receiveIds.length > 0 && receiveIds.every((id) => typeof id === 'string')
  if (!isList) throw new TypeError('receiveIds must be a list of ids, with at least one in it, or a Set')
}
