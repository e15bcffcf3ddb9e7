import type { CallFacts } from '../facts/CallFacts.ts'

const maxCalls = 5

/**
 * Returns the functions whose English name or official Chinese title is most similar to a word, the most similar one
 * first. Returns at most five functions, each as its name and its title.
 */
export function similarCalls(word: string, calls: Readonly<Record<string, CallFacts>>): string[] {
  const wanted = pairsOf(word)
  return Object.entries(calls)
    .map(([name, { title }]) => {
      const pairs = [name, title].map(pairsOf).toSorted((one, other) => shared(other) - shared(one))[0] ?? []
      return { text: `${name} (${title})`, share: shared(pairs) / wanted.length, length: pairs.length }
    })
    .filter(({ share }) => share >= 0.5)
    .toSorted((one, other) => other.share - one.share || one.length - other.length)
    .slice(0, maxCalls)
    .map(({ text }) => text)

  function shared(pairs: readonly string[]): number {
    return wanted.filter((pair) => pairs.includes(pair)).length
  }
}

// Pairs of neighbouring characters: `标签库` has 标签 and 签库.
function pairsOf(text: string): string[] {
  const characters = [...text.toLowerCase()]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
