import * as v from 'valibot'

/**
 * Returns a check that a text is at most as wide as `max` ASCII characters. Every other character counts as two. WeCom
 * documents two limits for the text of a moment, 2000 characters and 4000 letters, and two for the title of its link,
 * 64 and 128. This check fits both.
 */
export function maxWidth(max: number): v.CheckAction<string, string> {
  return v.check(
    (text) => text.replace(/\P{ASCII}/gu, 'xx').length <= max,
    `at most ${max / 2} Chinese characters or ${max} letters`,
  )
}
