import type { CallFacts } from '../facts/CallFacts.ts'

/** Number of functions that are only similar to a word. Further ones have little in common with the word. */
const maxSimilar = 5

/**
 * Returns the functions whose English name or official Chinese title contains a word, the one with the shortest name
 * first. If there is none, returns the functions whose name or title is similar to the word, the most similar one first.
 * Returns each function as its name and its title.
 */
export function similarCalls(word: string, calls: Readonly<Record<string, CallFacts>>): string[] {
  const lower = word.toLowerCase()
  const wanted = pairsOf(lower)
  const shareIn = (text: string): number => {
    const pairs = pairsOf(text)
    return wanted.filter((pair) => pairs.includes(pair)).length / Math.max(1, wanted.length)
  }
  const all = Object.entries(calls)
    .map(([name, { title }]) => {
      const texts = [name.toLowerCase(), title.toLowerCase()]
      const isMatch = texts.some((text) => text.includes(lower))
      return { text: `${name} (${title})`, length: name.length, isMatch, share: Math.max(...texts.map(shareIn)) }
    })
    .toSorted((one, other) => one.length - other.length)
  const matches = all.filter(({ isMatch }) => isMatch)
  const similar = all.filter(({ share }) => share >= 0.5).toSorted((one, other) => other.share - one.share)
  return (matches.length > 0 ? matches : similar.slice(0, maxSimilar)).map(({ text }) => text)
}

// Pairs of neighbouring characters: `标签库` has 标签 and 签库.
function pairsOf(text: string): string[] {
  const characters = Array.from(text)
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
