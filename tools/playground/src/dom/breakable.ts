import { element } from './element.ts'

/** A place for a line break: after each of `/ _ . = & ? :`, and before a capital. */
const seam = /(?<=[/_.=&?:])(?=\w)|(?<=[a-z\d])(?=[A-Z])/

/**
 * Adds places for line breaks to names and paths, which browsers otherwise break anywhere: `list|Contact|Ids`,
 * `/cgi-bin/|gettoken`.
 */
export function breakable(text: string): Node[] {
  return text.split(seam).flatMap((piece, index) => {
    const node = document.createTextNode(piece)
    return index === 0 ? [node] : [element('wbr'), node]
  })
}
