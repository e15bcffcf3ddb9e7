import * as v from 'valibot'

/**
 * At most `max` letters; every character beyond ASCII counts as two. Sources name 2000 and 4000 for the text of a moment,
 * 64 and 128 for the title of its link: both are right under this rule.
 */
export function maxWidth(max: number): v.CheckAction<string, string> {
  return v.check(
    (text) => text.replace(/\P{ASCII}/gu, 'xx').length <= max,
    `at most ${max / 2} Chinese characters or ${max} letters`,
  )
}
