import { expect, test } from 'vitest'
import { chineseActions } from './chineseActions.ts'
import { chineseSections } from './chineseSections.ts'
import { type CorpTexts, readActionTexts, readSectionTexts } from './corpTexts.ts'

const languages: readonly (readonly [what: string, english: CorpTexts, chinese: CorpTexts])[] = [
  ['actions of people', readActionTexts(), chineseActions],
  ['sections of a state', readSectionTexts(), chineseSections],
]

/**
 * Compares texts of two languages that have the same names. Returns the matches of `pattern` that a text in `texts`
 * contains, but the text in `others` does not.
 */
const missingIn = (others: CorpTexts, texts: CorpTexts, pattern: RegExp): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    (text.match(pattern) ?? []).filter((part) => !others[name]?.includes(part)).map((part) => `${name}: ${part}`),
  )

test.each(languages)('%s: each has a Chinese text, in the same order', (_what, english, chinese) => {
  expect(Object.keys(english).length).toBeGreaterThan(40)
  expect(Object.keys(chinese)).toEqual(Object.keys(english))
})

test.each(languages)('%s: texts are Chinese sentences', (_what, _english, chinese) => {
  expect(Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}.*。$/u.test(text))).toEqual([])
})

test.each(languages)('%s: both texts name the same code and numbers', (_what, english, chinese) => {
  expect(missingIn(chinese, english, /`[^`]+`|\d+/g)).toEqual([])
  // The English texts have small numbers as words.
  expect(missingIn(english, chinese, /`[^`]+`/g)).toEqual([])
})
