/**
 * Returns a doc comment that contains the text. The comment is one line if the line has at most `width` characters.
 * Otherwise the comment has several lines of at most `width` characters.
 */
export function docComment(text: string, width: number): string {
  const oneLine = `/** ${text} */`
  if (oneLine.length <= width) return `${oneLine}\n`
  return commentOf(wrap(text, width - ' * '.length))
}

export function commentOf(lines: readonly string[]): string {
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */', ''].join('\n')
}

/** Splits a text into lines of at most `width` characters. Lines after the first start with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
