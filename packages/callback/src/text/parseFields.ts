import { parseJson as parseWeComJson } from '@wecom/core/define'
import { type EntityDecoderOptions, XMLParser } from 'fast-xml-parser'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The fields of a message, by their names on the wire. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Leaves out what becomes `undefined`. */
export function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  const mapped: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = map(fields[name], name)
    // No field of WeCom's has the name `__proto__`, and setting it would give the object another prototype.
    if (value !== undefined && name !== '__proto__') mapped[name] = value
  }
  return mapped
}

/** How many elements, or objects and lists of JSON, may be inside each other. */
const maxNesting = 16

/**
 * The fields of a message, without the empty ones. No header and no setting says whether it is XML or JSON; its first
 * character does.
 */
export function parseFields(text: string): Fields {
  const trimmed = text.trimStart()
  return withoutEmpty(trimmed.startsWith('{') ? parseJson(trimmed) : parseXml(trimmed))
}

/** The characters that have names in XML without a DTD. */
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const lastCodePoint = 0x10_ff_ff

/** Refuses entities that the text declares: a document type ends the parsing. */
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
  // No option looks at the path of an element; making its text each time would cost a fifth of the parsing.
  jPath: false,
  maxNestedTags: maxNesting,
  // Ids look like numbers and are longer than numbers can be.
  parseTagValue: false,
})

/**
 * The elements of `<xml>`, each a text, elements or, where it is repeated, a list. The parser refuses names that objects
 * are made of, `constructor` say, and puts `__` before those of their methods.
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

/** Entities that are not declared stay as they are. */
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

/** WeCom makes no difference between empty and missing. */
function withoutEmpty(fields: Fields, depth = 0): Fields {
  return mapFields(fields, (value) => contentOf(value, depth + 1))
}

/** @returns `undefined` where there is nothing in it. */
function contentOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object') return value === '' ? undefined : value
  if (value === null) return undefined
  // The XML parser has the same limit; without one, deep JSON would exhaust the stack.
  if (depth > maxNesting) throw new WeComCallbackError('json')
  if (!Array.isArray(value)) return unlessEmpty(withoutEmpty(value as Fields, depth))
  return unlessEmpty(value.map((item) => contentOf(item, depth + 1)).filter((item) => item !== undefined))
}

function unlessEmpty<Content extends object>(content: Content): Content | undefined {
  return Object.keys(content).length > 0 ? content : undefined
}
