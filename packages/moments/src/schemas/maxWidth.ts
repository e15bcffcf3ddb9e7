import * as v from 'valibot'

/**
 * Limits the width of a text: an ASCII character counts as one, every other character as two. WeCom documents such
 * limits as two numbers, e.g. at most 2000 Chinese characters or 4000 letters.
 */
export function maxWidth(max: number): v.CheckAction<string, string> {
  return v.check(
    (text) => text.replace(/\P{ASCII}/gu, 'xx').length <= max,
    `at most ${max / 2} Chinese characters or ${max} letters`,
  )
}
