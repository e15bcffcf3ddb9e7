/** A fenced block of a page. */
export interface Block {
  readonly page: string
  /** Line of its first line of code, counted from 1. */
  readonly line: number
  readonly language: string
  /** The word after the language, e.g. `compile-only`. */
  readonly note: string
  /** The file that a reader puts it into; empty if the page names none. */
  readonly file: string
  readonly code: string
}

/** ```language note file=name, of which all but the language may be missing. */
const fenced = /^```(\w*)(?: ([\w-]+))?(?: file=([\w./-]+))?\n(.*?)^```$/gms

/** The fenced blocks of a page, in order. */
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
