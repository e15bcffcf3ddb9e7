import type { AnyEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'

/**
 * Reads the `Range` header, the only header that the proxy passes to WeCom, and only for downloads.
 *
 * @throws {Refusal} the range is not valid here.
 */
export function readRange({ download }: AnyEndpoint, request: Request): Readonly<Record<string, string>> {
  const range = request.headers.get('range')
  if (!download || range === null) return {}
  if (!/^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)) throw new Refusal('bad_range')
  return { range }
}
