import { parseJson as parseWeComJson } from '@wecom/core/define'
import { type EntityDecoderOptions, XMLParser } from 'fast-xml-parser'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** Fields of a message. The keys are the field names in WeCom's documentation. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  const mapped: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = map(fields[name], name)
    // WeCom has no field `__proto__`, and setting it would replace the prototype.
    if (value !== undefined && name !== '__proto__') mapped[name] = value
  }
  return mapped
}

const maxNesting = 16

export function parseFields(text: string): Fields {
  const trimmed = text.trimStart()
  // No header of the request names the format.
  return withoutEmpty(trimmed.startsWith('{') ? parseJson(trimmed) : parseXml(trimmed))
}

// XML defines only these named entities.
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const lastCodePoint = 0x10_ff_ff

// The parser refuses a message that defines further entities in a document type (DOCTYPE).
const entities: EntityDecoderOptions = {
  addInputEntities: () => {
    throw new Error('a document type (DTD)')
  },
  decode: (text) => text.replaceAll(/&(?:\w+|#(\d+)|#x([\dA-Fa-f]+));/g, characterOf),
  setExternalEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
}

const parser = new XMLParser({
  entityDecoder: entities,
  ignoreAttributes: true,
  ignorePiTags: true,
  // No option uses the path of an element. Building it would take a fifth of the time.
  jPath: false,
  maxNestedTags: maxNesting,
  // Ids may consist of more digits than numbers can hold.
  parseTagValue: false,
})

export function parseXml(text: string): Fields {
  // The parser refuses dangerous names such as `constructor`. It adds `__` to names that methods of objects have, such
  // as `toString`.
  const { xml, ...others } = readXml(text)
  const fields = xml === '' ? {} : xml
  if (!isFields(fields) || Object.keys(others).length > 0) throw new WeComCallbackError('xml')
  return fields
}

function readXml(text: string): Fields {
  try {
    return parser.parse(text, true) as Fields
  } catch {
    // The parser's error repeats the text.
    throw new WeComCallbackError('xml')
  }
}

function characterOf(entity: string, decimal: string | undefined, hex: string | undefined): string {
  if (!decimal && !hex) return characters[entity] ?? entity
  const codePoint = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return codePoint <= lastCodePoint ? String.fromCodePoint(codePoint) : entity
}

export function parseJson(text: string): Fields {
  const value = readJson(text)
  if (!isFields(value)) throw new WeComCallbackError('json')
  return value
}

function readJson(text: string): unknown {
  try {
    return parseWeComJson(text)
  } catch {
    // The platform's error repeats the text.
    throw new WeComCallbackError('json')
  }
}

function withoutEmpty(fields: Fields, depth = 0): Fields {
  // WeCom does not distinguish empty fields from missing fields.
  return mapFields(fields, (value) => contentOf(value, depth + 1))
}

function contentOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object') return value === '' ? undefined : value
  if (value === null) return undefined
  // The XML parser has the same limit. Without one, deep JSON would overflow the stack.
  if (depth > maxNesting) throw new WeComCallbackError('json')
  if (!Array.isArray(value)) return unlessEmpty(withoutEmpty(value as Fields, depth))
  return unlessEmpty(value.map((item) => contentOf(item, depth + 1)).filter((item) => item !== undefined))
}

function unlessEmpty<Content extends object>(content: Content): Content | undefined {
  return Object.keys(content).length > 0 ? content : undefined
}
