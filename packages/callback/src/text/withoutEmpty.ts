import { type Fields, mapFields } from './Fields.ts'

/** WeCom makes no difference between empty and missing. */
export function withoutEmpty(fields: Fields): Fields {
  return mapFields(fields, contentOf)
}

/** @returns `undefined` where there is nothing in it. */
function contentOf(value: unknown): unknown {
  if (typeof value !== 'object') return value === '' ? undefined : value
  if (value === null) return undefined
  if (!Array.isArray(value)) return unlessEmpty(withoutEmpty(value as Fields))
  return unlessEmpty(value.map(contentOf).filter((item) => item !== undefined))
}

function unlessEmpty<Content extends object>(content: Content): Content | undefined {
  return Object.keys(content).length > 0 ? content : undefined
}
