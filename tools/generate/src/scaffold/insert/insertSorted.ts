/**
 * Puts a text before the first one that comes behind it in the alphabet, where large and small letters are the same.
 * The order of the others stays.
 *
 * @param keyOf - the part of a text to go by.
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
