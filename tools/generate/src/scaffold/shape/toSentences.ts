/** Makes a sentence from each phrase of the catalogue, and joins the sentences. Empty phrases are left out. */
export function toSentences(phrases: readonly string[]): string {
  return phrases
    .filter((phrase) => phrase !== '')
    .map((phrase) => `${capitalised(spelledOut(phrase)).replace(/\.$/, '')}.`)
    .join(' ')
}

function spelledOut(phrase: string): string {
  return phrase.replaceAll(/(?:<=|\bmax) (?=\d)/g, 'at most ').replaceAll(/(\d) ?\.\. ?(?=\d)/g, '$1 to ')
}

/**
 * Makes the first letter of a phrase upper case. It does not change a phrase that starts with a name such as
 * `next_cursor`, or with a list of values such as `image | video`.
 */
function capitalised(phrase: string): string {
  return /^[a-z]+( (?!\|)|[,;:]|$)/.test(phrase) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
}
