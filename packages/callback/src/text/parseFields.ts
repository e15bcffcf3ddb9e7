import { parseJson as parseWeComJson } from '@wecom/core/define'
import { type EntityDecoderOptions, XMLParser } from 'fast-xml-parser'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The fields of a message, by their names on the wire. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Maps the values of fields. Leaves out fields that become `undefined`. */
export function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  const mapped: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = map(fields[name], name)
    // WeCom has no field `__proto__`, and setting it would replace the prototype.
    if (value !== undefined && name !== '__proto__') mapped[name] = value
  }
  return mapped
}

/** The deepest nesting of XML elements, or of objects and lists in JSON. */
const maxNesting = 16

/**
 * Parses the fields of a message, without empty ones. The first character decides between XML and JSON, because no
 * header does.
 */
export function parseFields(text: string): Fields {
  const trimmed = text.trimStart()
  return withoutEmpty(trimmed.startsWith('{') ? parseJson(trimmed) : parseXml(trimmed))
}

/** The named characters of XML without a DTD. */
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const lastCodePoint = 0x10_ff_ff

/** Refuses entities that the text declares: a document type is an error. */
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

/**
 * Parses the elements of `<xml>`: each is a text, has elements, or is a list if it is repeated. The parser refuses
 * names such as `constructor`, and adds `__` to names of methods of objects.
 */
export function parseXml(text: string): Fields {
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

/** Decodes an entity. Keeps undeclared ones. */
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

/** Removes empty fields: WeCom does not distinguish empty from missing. */
function withoutEmpty(fields: Fields, depth = 0): Fields {
  return mapFields(fields, (value) => contentOf(value, depth + 1))
}

/** @returns `undefined` if the value is empty. */
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
