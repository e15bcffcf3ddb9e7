import { Refusal } from '../Refusal.ts'

/** WeCom's forms have a file and a few fields. */
const maxParts = 32
/** The largest head of a part, with its name and the name of a file, which may be long in UTF-8. */
const maxHeadBytes = 8 * 1024

const lineFeed = 0x0a

/**
 * Checks the parts of a form before a parser reads it: parsers take seconds for 250,000 parts, for a part with a
 * million headers, or for a text of 20 MB.
 *
 * @param boundary - ASCII.
 * @param maxText - bytes of all parts that are not files.
 * @throws {Refusal} there are too many parts or too much text, the head of a part is too long, or the form does not begin with a part.
 */
export function checkParts(bytes: Uint8Array, boundary: string, maxText: number): void {
  const delimiter = Uint8Array.from(`--${boundary}`, (character) => character.charCodeAt(0))
  if (!standsAt(bytes, 0, delimiter)) throw new Refusal('bad_body')
  let parts = 0
  let text = 0
  let textStart: number | undefined
  for (let index = 0; index < bytes.length; index++) {
    // A boundary holds no line feed, so no bytes are compared twice, whatever they are.
    if (index > 0 && bytes[index - 1] !== lineFeed) continue
    if (!standsAt(bytes, index, delimiter)) continue
    if (++parts > maxParts) throw new Refusal('too_large')
    if (textStart !== undefined) text += index - textStart
    if (text > maxText) throw new Refusal('too_large')
    const start = index + delimiter.length
    textStart = isEnd(bytes, start) || isFile(readHead(bytes, start)) ? undefined : start
  }
}

function standsAt(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  return text.every((byte, index) => bytes[start + index] === byte)
}

/** The last delimiter is followed by two dashes. */
function isEnd(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x2d && bytes[start + 1] === 0x2d
}

/** @throws {Refusal} the head is too long. */
function readHead(bytes: Uint8Array, start: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, start + maxHeadBytes))
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) throw new Refusal('bad_body')
  return text.slice(0, end)
}

/** A cheap guess. The parser decides, and its texts are measured again. */
function isFile(head: string): boolean {
  return /filename/i.test(head)
}
