import { type Block, readBlocks } from './blocks.ts'

/** A heading of a Markdown page. */
export interface Heading {
  /** Level of the heading, where 1 is the title of the page. */
  readonly level: number
  readonly text: string
  /** Anchor of the heading, as GitHub generates it: the part after `#` in links to the heading. */
  readonly anchor: string
}

/** Returns the headings of a page, in order. Lines in code blocks are not headings. */
export function readHeadings(text: string): Heading[] {
  return [...withoutBlocks(text).matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', heading = '']) => ({
    level: marks.length,
    text: heading,
    anchor: heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  }))
}

/** Returns the anchors of the links from a page to its own headings. */
export function readOwnLinks(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => decodeURIComponent(anchor))
}

/**
 * Returns the code blocks of a page, without comments. A page and its Chinese twin have code that differs only in
 * comments.
 */
export function readCode(page: string): Omit<Block, 'page' | 'line'>[] {
  return readBlocks('', page).map(({ page: _page, line: _line, ...block }) => ({
    ...block,
    code: block.code.replaceAll(commentIn(block.language), ''),
  }))
}

/** Returns the comments in the code blocks of a page. */
export function readComments(page: string): string[] {
  return readBlocks('', page).flatMap(({ language, code }) =>
    (code.match(commentIn(language)) ?? []).map((comment) => comment.trim()),
  )
}

/**
 * Returns a pattern that matches the comments of a programming language. A comment must be at the start of a line, or
 * follow a space. So the pattern does not match `//` in a URL.
 */
function commentIn(language: string): RegExp {
  return hashed.has(language) ? /^ *#.*\n| +# .*$/gm : /^ *(?:\/\/.*|\/\*\*.*\*\/)\n| +\/\/ .*$/gm
}

const hashed: ReadonlySet<string> = new Set(['sh', 'python', 'yaml', 'toml'])

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, '')
}
