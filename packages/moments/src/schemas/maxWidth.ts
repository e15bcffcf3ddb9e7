import * as v from 'valibot'

/**
 * Limits the width of a text to `max` letters. Every character beyond ASCII counts as two letters. WeCom documents 2000
 * and 4000 for the text of a moment, and 64 and 128 for the title of its link. Under this rule both numbers are right.
 */
export function maxWidth(max: number): v.CheckAction<string, string> {
  return v.check(
    (text) => text.replace(/\P{ASCII}/gu, 'xx').length <= max,
    `at most ${max / 2} Chinese characters or ${max} letters`,
  )
}
