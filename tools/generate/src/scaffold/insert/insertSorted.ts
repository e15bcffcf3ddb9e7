/**
 * Inserts `text` into `texts` before the first text that is greater in alphabetical order. Upper and lower case count
 * as equal. The order of the other texts does not change.
 *
 * @param keyOf - returns the part of a text to sort by.
 */
export function insertSorted(
  texts: readonly string[],
  text: string,
  keyOf = (whole: string): string => whole,
): string[] {
  const key = keyOf(text).toLowerCase()
  const place = texts.findIndex((other) => keyOf(other).toLowerCase() > key)
  return place === -1 ? [...texts, text] : texts.toSpliced(place, 0, text)
}
