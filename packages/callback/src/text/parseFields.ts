import type { Fields } from './Fields.ts'
import { parseJson } from './parseJson.ts'
import { parseXml } from './parseXml.ts'

/** No header and no setting says which of the two a text is; its first character does. */
export function parseFields(text: string): Fields {
  return text.trimStart().startsWith('{') ? parseJson(text) : parseXml(text)
}
