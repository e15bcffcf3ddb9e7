/**
 * Converts a text to one line without control characters. The text may be a name that a customer chose. If the name
 * contained control characters, the terminal would execute them. The function replaces line breaks, other control
 * characters and direction marks by escape sequences such as `\u202e`.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, escape)
}

function escape(character: string): string {
  const short = JSON.stringify(character).slice(1, -1)
  return short === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : short
}
