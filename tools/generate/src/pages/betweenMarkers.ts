const between = /(?<=<!-- functions -->\n).*?(?=<!-- \/functions -->)/s

/** Whether a page has a place for the table of functions. */
export function hasMarkers(page: string): boolean {
  return between.test(page)
}

/** The page with this text between its markers. */
export function putBetweenMarkers(page: string, text: string): string {
  // A function, because a text could hold what `replace` takes for a pattern.
  return page.replace(between, () => `\n${text}\n`)
}
