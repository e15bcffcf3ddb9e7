import * as v from 'valibot'

/**
 * Returns a Valibot check that limits a text to `max` characters. The check counts as WeCom does: an emoji or a rare
 * Chinese character counts once, although its JavaScript `length` is 2.
 */
export function maxCharacters(max: number): v.CheckAction<string, string> {
  return v.check((text) => text.length <= max || Array.from(text).length <= max, `at most ${max} characters`)
}
