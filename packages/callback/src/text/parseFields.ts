import type { Fields } from './Fields.ts'
import { parseJson } from './parseJson.ts'
import { parseXml } from './parseXml.ts'
import { withoutEmpty } from './withoutEmpty.ts'

/** No header and no setting says which of the two a text is; its first character does. */
export function parseFields(text: string): Fields {
  const trimmed = text.trimStart()
  return withoutEmpty(trimmed.startsWith('{') ? parseJson(trimmed) : parseXml(trimmed))
}
