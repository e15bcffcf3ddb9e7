import type { Body } from './Body.ts'
import { isWritten, writeList } from './WrittenItems.ts'

/** What `JSON.stringify` gives; lists with items whose text is kept are parts of their own. */
export function writeJson(value: object): Body {
  if (!Object.values(value).some(isWritten)) return [JSON.stringify(value)]

  const parts: (string | Uint8Array<ArrayBuffer>)[] = []
  let text = '{'
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue
    text += `${text === '{' ? '' : ','}${JSON.stringify(name)}:`
    if (isWritten(field)) {
      parts.push(text, writeList(field))
      text = ''
    } else text += JSON.stringify(field)
  }
  return [...parts, `${text}}`]
}
