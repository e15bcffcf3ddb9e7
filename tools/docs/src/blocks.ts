/** A fenced code block of a page. */
export interface Block {
  readonly page: string
  /** Line number of the first line of code in the page, from 1. */
  readonly line: number
  readonly language: string
  /** The word after the language in the first line of the block, e.g. `compile-only`. */
  readonly note: string
  /** Name of the file that a reader puts the code into. Empty if the page gives no file name. */
  readonly file: string
  readonly code: string
}

/**
 * Matches a fenced code block. The first line of the block is three backticks, followed by `language note file=name`.
 * The language, the note and the file are optional.
 */
const fenced = /^```(\w*)(?: ([\w-]+))?(?: file=([\w./-]+))?\n(.*?)^```$/gms

/** Returns the fenced code blocks of a page, in order. */
export function readBlocks(page: string, text: string): Block[] {
  return [...text.matchAll(fenced)].map(({ index, 1: language = '', 2: note = '', 3: file = '', 4: code = '' }) => ({
    page,
    line: text.slice(0, index).split('\n').length + 1,
    language,
    note,
    file,
    code,
  }))
}
