/** Messages are padded to a multiple of this. */
const block = 32

/**
 * Lengthens a message by blanks between its last two tags, until it takes `padding` bytes to fill its last block:
 * receivers that get the padding wrong often do so for some lengths only.
 *
 * @param padding - 1 to 32.
 */
export function stretchMessage(xml: string, receiveId: string, padding: number): string {
  const length = 20 + new TextEncoder().encode(xml + receiveId).length
  // JavaScript's remainder of a negative number is negative: the lengths are turned around.
  const missing = (2 * block - padding - (length % block)) % block
  return xml.replace(/<\/xml>$/, `${' '.repeat(missing)}</xml>`)
}
