/** Whether a page has the markers of a name: `<!-- name -->` and `<!-- /name -->`, each on a line of its own. */
export function hasMarkers(text: string, name: string): boolean {
  return between(name).test(text)
}

/**
 * Returns the text of a page with `part` between its markers of a name, in place of what is there.
 *
 * @param page - path of the page, for the error.
 * @param part - ends with a newline.
 * @throws {Error} the page lacks the markers.
 */
export function putBetweenMarkers(page: string, text: string, name: string, part: string): string {
  if (!hasMarkers(text, name)) throw new Error(`${page} lacks the markers <!-- ${name} --> and <!-- /${name} -->`)
  // A function, because a text could hold what `replace` takes for a pattern.
  return text.replace(between(name), () => part)
}

function between(name: string): RegExp {
  return new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- /${name} -->)`, 's')
}
