import { type Block, readBlocks } from './blocks.ts'

/** A heading of a page. */
export interface Heading {
  /** 1 for the title. */
  readonly level: number
  readonly text: string
  /** The part after `#` in links to it, as GitHub generates it. */
  readonly anchor: string
}

/** The headings of a page, in order, without lines in code blocks. */
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

/** The anchors that links within a page name. */
export function readOwnLinks(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => decodeURIComponent(anchor))
}

/** The blocks of a page without their comments, which are in the page's own language. */
export function readCode(page: string): Omit<Block, 'page' | 'line'>[] {
  return readBlocks('', page).map(({ page: _page, line: _line, ...block }) => ({
    ...block,
    code: block.code.replaceAll(commentIn(block.language), ''),
  }))
}

/** The comments in the blocks of a page. */
export function readComments(page: string): string[] {
  return readBlocks('', page).flatMap(({ language, code }) =>
    (code.match(commentIn(language)) ?? []).map((comment) => comment.trim()),
  )
}

/** Marks that stand in a text, as in `https://`, have no blank before them. */
function commentIn(language: string): RegExp {
  return hashed.has(language) ? /^ *#.*\n| +# .*$/gm : /^ *(?:\/\/.*|\/\*\*.*\*\/)\n| +\/\/ .*$/gm
}

const hashed: ReadonlySet<string> = new Set(['sh', 'python', 'yaml', 'toml'])

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, '')
}
