import { Refusal } from '../Refusal.ts'

/** WeCom's forms have a file and a few fields beside it. */
const maxParts = 32
/** What stands above the content of a part: its name, and the name of a file, which may be long in UTF-8. */
const maxHeadBytes = 8 * 1024

const lineFeed = 0x0a

/**
 * Looks at the parts of a form before a parser does: parsers take seconds for 250,000 parts, and as long for a part with
 * a million headers.
 *
 * @param boundary - ASCII.
 * @throws {Refusal} there are too many parts, the head of one is too long, or the form does not begin with a part.
 */
export function checkParts(bytes: Uint8Array, boundary: string): void {
  const delimiter = Uint8Array.from(`--${boundary}`, (character) => character.charCodeAt(0))
  if (!standsAt(bytes, 0, delimiter)) throw new Refusal('bad_body')
  let parts = 0
  for (let index = 0; index < bytes.length; index++) {
    // A boundary holds no line feed: bytes that were compared once are not compared again, however they are chosen.
    if (index > 0 && bytes[index - 1] !== lineFeed) continue
    if (!standsAt(bytes, index, delimiter)) continue
    if (++parts > maxParts) throw new Refusal('too_large')
    const start = index + delimiter.length
    if (!isEnd(bytes, start) && !hasShortHead(bytes, start)) throw new Refusal('bad_body')
  }
}

function standsAt(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  return text.every((byte, index) => bytes[start + index] === byte)
}

/** The last delimiter is followed by two dashes. */
function isEnd(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x2d && bytes[start + 1] === 0x2d
}

function hasShortHead(bytes: Uint8Array, start: number): boolean {
  return new TextDecoder().decode(bytes.subarray(start, start + maxHeadBytes)).includes('\r\n\r\n')
}
