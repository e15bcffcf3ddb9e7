import { Refusal } from '../Refusal.ts'
import { parseJson } from './parseJson.ts'

export function readJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const value = parse(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Refusal('bad_params', { issue: { path: '', message: 'the body must be a JSON object' } })
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('bad_params', { issue: { path: '', message: 'the body must be JSON in UTF-8' } })
  }
}
