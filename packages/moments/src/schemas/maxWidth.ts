import * as v from 'valibot'

/**
 * Returns a schema check that limits the width of a text. An ASCII character counts as one, every other character
 * counts as two, and the sum may be at most `max`. WeCom documents such limits as two numbers: the text of a moment has
 * at most 2000 Chinese characters or 4000 letters, and the title of a link has at most 64 Chinese characters or 128
 * letters.
 */
export function maxWidth(max: number): v.CheckAction<string, string> {
  return v.check(
    (text) => text.replace(/\P{ASCII}/gu, 'xx').length <= max,
    `at most ${max / 2} Chinese characters or ${max} letters`,
  )
}
