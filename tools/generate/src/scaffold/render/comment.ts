/** A doc comment; on one line where it fits. Lines that are longer than `width` are broken between words. */
export function docComment(text: string, width: number): string {
  const oneLine = `/** ${text} */`
  if (oneLine.length <= width) return `${oneLine}\n`
  return commentOf(wrap(text, width - ' * '.length))
}

export function commentOf(lines: readonly string[]): string {
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */', ''].join('\n')
}

/** Breaks a text between words; lines after the first begin with `indent`. */
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
