import { type Fields, isFields } from './Fields.ts'

/** WeCom makes no difference between empty and missing. */
export function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const rest = cleared(value)
      return isEmpty(rest) ? [] : [[name, rest]]
    }),
  )
}

function cleared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleared).filter((item) => !isEmpty(item))
  return isFields(value) ? withoutEmpty(value) : value
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object') return value === ''
  return value === null || Object.keys(value).length === 0
}
