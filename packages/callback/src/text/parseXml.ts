import { XMLParser } from 'fast-xml-parser'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { entities } from './entities.ts'
import { type Fields, isFields } from './Fields.ts'

/** Where elements repeat: one alone makes a list too. */
const lists: readonly unknown[] = ['xml.MemChangeList.Item', 'xml.ExtraInfo.AuthOpenKfIdList.OpenKfId']

const parser = new XMLParser({
  entityDecoder: entities,
  ignoreAttributes: true,
  ignorePiTags: true,
  isArray: (_name, path) => lists.includes(path),
  maxNestedTags: 16,
  // Ids look like numbers and are longer than numbers can be.
  parseTagValue: false,
})

/** The elements of `<xml>`. Empty ones are left out: WeCom makes no difference between empty and missing. */
export function parseXml(text: string): Fields {
  const { xml, ...others } = read(text)
  if (xml === undefined || Object.keys(others).length > 0) throw new WeComCallbackError('xml')
  const fields = withoutEmpty(xml) ?? {}
  if (!isFields(fields)) throw new WeComCallbackError('xml')
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

function withoutEmpty(value: unknown): unknown {
  if (value === '') return undefined
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined)
  if (!isFields(value)) return value
  const kept = Object.entries(value).flatMap(([name, item]) => {
    const rest = withoutEmpty(item)
    return rest === undefined ? [] : [[name, rest] as const]
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
