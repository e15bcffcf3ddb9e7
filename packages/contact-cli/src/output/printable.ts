/**
 * Replaces line breaks, control characters and direction marks by escape sequences such as `\u202e`. A terminal would
 * execute control characters in a name that a customer chose.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, escape)
}

function escape(character: string): string {
  const short = JSON.stringify(character).slice(1, -1)
  return short === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : short
}
