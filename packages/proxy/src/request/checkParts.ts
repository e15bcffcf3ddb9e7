import { Refusal } from '../Refusal.ts'

// A form for WeCom consists of one file and a few fields.
const maxParts = 32
// For the header lines of one part of a form. They contain the field name and the file name, in which a Chinese
// character needs three bytes.
const maxHeadBytes = 8 * 1024

const lineFeed = 0x0a
// Two hyphens follow the last delimiter of a form.
const endMark = Uint8Array.of(0x2d, 0x2d)

/**
 * Refuses a multipart form that has too many parts, too many header lines in one part, or too much text. Call this
 * function before a parser reads the form: a parser would take seconds for a form with 250,000 parts, with a million
 * header lines in one part, or with a text of 20 MB.
 *
 * @param boundary - the boundary of the form, in ASCII.
 * @param maxText - maximum total size in bytes of all parts except files.
 * @throws {Refusal} `too_large`: the form has more than 32 parts, or more than `maxText` bytes of text. `bad_body`: the
 *   form does not begin with the boundary, or the header lines of a part are longer than 8 KiB.
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
    textStart = standsAt(bytes, start, endMark) || isFile(readHead(bytes, start)) ? undefined : start
  }
}

function standsAt(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  return text.every((byte, index) => bytes[start + index] === byte)
}

function readHead(bytes: Uint8Array, start: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, start + maxHeadBytes))
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) throw new Refusal('bad_body')
  return text.slice(0, end)
}

function isFile(head: string): boolean {
  // Only a guess. The parser later finds out with certainty, and `readForm` then checks the size of all texts again.
  return /filename/i.test(head)
}
