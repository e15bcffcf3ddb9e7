import { element } from './element.ts'

/**
 * Matches the positions where a line may break: after each of `/ _ . = & ? :`, and between a lower-case letter or digit
 * and a capital letter.
 */
const seam = /(?<=[/_.=&?:])(?=\w)|(?<=[a-z\d])(?=[A-Z])/

/**
 * Adds `<wbr>` elements to a name or path, so that browsers break a line only at these elements. Examples, with `|` for
 * `<wbr>`: `list|Contact|Ids`, `/cgi-bin/|gettoken`.
 */
export function breakable(text: string): Node[] {
  return text.split(seam).flatMap((piece, index) => {
    const node = document.createTextNode(piece)
    return index === 0 ? [node] : [element('wbr'), node]
  })
}
