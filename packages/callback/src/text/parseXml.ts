import { XMLParser } from 'fast-xml-parser'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { entities } from './entities.ts'
import { type Fields, isFields } from './Fields.ts'

const parser = new XMLParser({
  entityDecoder: entities,
  ignoreAttributes: true,
  ignorePiTags: true,
  // No option looks at the path of an element; making its text each time would cost a fifth of the parsing.
  jPath: false,
  maxNestedTags: 16,
  // Ids look like numbers and are longer than numbers can be.
  parseTagValue: false,
})

/**
 * The elements of `<xml>`, each a text, elements or, where it is repeated, a list. The parser refuses names that objects
 * are made of, `constructor` say, and puts `__` before those of their methods.
 */
export function parseXml(text: string): Fields {
  const { xml, ...others } = read(text)
  const fields = xml === '' ? {} : xml
  if (!isFields(fields) || Object.keys(others).length > 0) throw new WeComCallbackError('xml')
  return fields
}

function read(text: string): Fields {
  try {
    return parser.parse(text, true) as Fields
  } catch {
    // The parser's error repeats the text.
    throw new WeComCallbackError('xml')
  }
}
