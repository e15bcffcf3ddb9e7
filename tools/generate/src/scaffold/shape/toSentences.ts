/** Phrases of the catalogue as sentences. Empty ones are left out. */
export function toSentences(phrases: readonly string[]): string {
  return phrases
    .filter((phrase) => phrase !== '')
    .map((phrase) => `${capitalised(spelledOut(phrase)).replace(/\.$/, '')}.`)
    .join(' ')
}

function spelledOut(phrase: string): string {
  return phrase.replaceAll(/(?:<=|\bmax) (?=\d)/g, 'at most ').replaceAll(/(\d) ?\.\. ?(?=\d)/g, '$1 to ')
}

/** A name, such as `next_cursor`, stays as it is, and so does a value, as in `image | video`. */
function capitalised(phrase: string): string {
  return /^[a-z]+( (?!\|)|[,;:]|$)/.test(phrase) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
}
