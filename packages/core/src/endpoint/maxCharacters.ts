import * as v from 'valibot'

/**
 * Limits a text to `max` characters, counted as WeCom does: an emoji or a rare Chinese character counts once, not
 * twice.
 */
export function maxCharacters(max: number): v.CheckAction<string, string> {
  return v.check((text) => text.length <= max || Array.from(text).length <= max, `at most ${max} characters`)
}
