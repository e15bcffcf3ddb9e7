import type { EntityDecoderOptions } from 'fast-xml-parser'

/** All that XML knows without a DTD. */
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

/** Stands where the parser keeps entities, and refuses to learn any: a document type ends the parsing. */
export const entities: EntityDecoderOptions = {
  addInputEntities: () => {
    throw new Error('a document type (DTD)')
  },
  decode: (text) => text.replaceAll(/&\w+;/g, (entity) => characters[entity] ?? entity),
  setExternalEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
}
