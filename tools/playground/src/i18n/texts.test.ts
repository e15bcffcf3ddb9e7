import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

/**
 * Lists all texts, each with its path in the object. If a text is a function, calls the function with sample values.
 */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('a', 'b', 3))]]
  return Object.entries(value as object).flatMap(([name, each]) => textsOf(each, `${path}/${name}`))
}

const [english, chinese] = [textsOf(en), textsOf(zh)]

// The compiler checks that both languages have the same keys, except in objects of the type `Record<string, string>`.
// This test also checks the keys of these objects.
test('both languages have the same texts', () => {
  expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
})

test('no text is empty', () => {
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('the Chinese texts are Chinese', () => {
  const foreign = chinese.filter(([, text]) => !/\p{Script=Han}/u.test(text)).map(([path]) => path)

  expect(foreign).toEqual(['/otherLanguage', '/asJson'])
})

test('the English texts are English', () => {
  const foreign = english.filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([path]) => path)

  expect(foreign).toEqual(['/otherLanguage'])
})
