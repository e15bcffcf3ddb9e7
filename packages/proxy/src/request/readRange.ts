import type { AnyEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'

/**
 * The only header of the caller that goes on, and only to downloads: which part of the file is asked for.
 *
 * @throws {Refusal} it asks for something else.
 */
export function readRange({ download }: AnyEndpoint, request: Request): Readonly<Record<string, string>> {
  const range = request.headers.get('range')
  if (!download || range === null) return {}
  if (!/^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)) throw new Refusal('bad_range')
  return { range }
}
