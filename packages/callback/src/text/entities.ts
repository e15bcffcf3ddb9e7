import type { EntityDecoderOptions } from 'fast-xml-parser'

/** All that XML has names for without a DTD. */
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const lastCodePoint = 0x10_ff_ff

/** Stands where the parser keeps entities, and refuses to learn any: a document type ends the parsing. */
export const entities: EntityDecoderOptions = {
  addInputEntities: () => {
    throw new Error('a document type (DTD)')
  },
  decode: (text) => text.replaceAll(/&(?:\w+|#(\d+)|#x([\dA-Fa-f]+));/g, characterOf),
  setExternalEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
}

/** What nobody declared stays as it is. */
function characterOf(entity: string, decimal: string | undefined, hex: string | undefined): string {
  if (!decimal && !hex) return characters[entity] ?? entity
  const codePoint = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return codePoint <= lastCodePoint ? String.fromCodePoint(codePoint) : entity
}
