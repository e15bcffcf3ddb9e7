/**
 * Returns whether a page has the markers `<!-- name -->` and `<!-- /name -->`, in this order and each on a separate
 * line.
 */
export function hasMarkers(text: string, name: string): boolean {
  return between(name).test(text)
}

/**
 * Returns a page in which `part` replaces the text between the markers `<!-- name -->` and `<!-- /name -->`.
 *
 * @param page - path of the page, for the message of the error.
 * @param text - text of the page.
 * @param part - the new text between the markers, with a newline at the end.
 * @throws {Error} the page lacks the markers.
 */
export function putBetweenMarkers(page: string, text: string, name: string, part: string): string {
  if (!hasMarkers(text, name)) throw new Error(`${page} lacks the markers <!-- ${name} --> and <!-- /${name} -->`)
  // A function, because `replace` would interpret `$&` and similar parts of a string.
  return text.replace(between(name), () => part)
}

function between(name: string): RegExp {
  return new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- /${name} -->)`, 's')
}
