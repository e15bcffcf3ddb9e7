/** A fenced block of a page. */
export interface Block {
  readonly page: string
  /** Line of its first line of code, counted from 1. */
  readonly line: number
  readonly language: string
  /** What stands behind the language, e.g. `compile-only`. */
  readonly note: string
  readonly code: string
}

/** The fenced blocks of a page, in order. */
export function readBlocks(page: string, text: string): Block[] {
  return [...text.matchAll(/^```(\w*) ?([\w-]*)\n(.*?)^```$/gms)].map(({ index, 1: language, 2: note, 3: code }) => ({
    page,
    line: text.slice(0, index).split('\n').length + 1,
    language: language ?? '',
    note: note ?? '',
    code: code ?? '',
  }))
}
