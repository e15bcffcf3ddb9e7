/** A sentence with a forbidden word, or with a first word that hides who does what. */
export interface Offence {
  readonly file: string
  readonly sentence: string
  readonly reason: string
}

/** Words that a sentence must not start with, because they hide who does what. Questions may start with them. */
const opening = /^(Of|Who|Whoever|Whom|Whose|What|Whatever|Where|Wherever)\b/

/** Words that the glossary forbids, with the word to use instead. */
const otherWords: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bcompan(y|ies)\b/i, 'corp'],
  // Texts may say that WeCom has no sandbox.
  [/\b(fake tenants?|virtual corps?|(?<!no )sandbox(es)?)\b/i, 'fake corp'],
  [/虚拟企业/, '模拟企业'],
  [/\b(employees?|staff|follow users?)\b/i, 'member'],
  [/\bexternal (person|people)\b/i, 'customer, or people outside the corp'],
  [/\bfriendships?\b/i, 'follow relation'],
  [/\bcustomer groups?\b(?! chat)/i, 'group chat'],
  [/\b(in|out of|app's) sight\b|(?<!(OAuth|npm) )\bscopes?\b/i, 'visible range'],
  [/\bcampaigns?\b/i, 'mass message'],
  [/\bhearers?\b/i, 'listener'],
  [/试验场/, '演练场'],
]

/**
 * Returns the sentences of a file that break a rule on words. In a page, it checks the text. In a source file, it
 * checks the comments.
 */
export function findOffences(file: string, text: string): Offence[] {
  const paragraphs = file.endsWith('.md') ? readParagraphs(text) : readCommentParagraphs(text)
  return paragraphs.flatMap(splitSentences).flatMap((sentence) => {
    const reasons = otherWords.flatMap(([word, instead]) => (word.test(sentence) ? [`write ${instead}`] : []))
    if (opening.test(sentence) && !sentence.endsWith('?')) reasons.push('name the actor first')
    return reasons.map((reason) => ({ file, sentence, reason }))
  })
}

function readParagraphs(page: string): string[] {
  return page.replaceAll(/^```.*?^```$/gms, '').split(/\n(?:\n|(?=[-|#>]|\d+\. ))/)
}

/** Returns the paragraphs of all comments of a source file. Examples in doc comments are left out. */
function readCommentParagraphs(source: string): string[] {
  const blocks = Array.from(source.matchAll(/\/\*\*?(.*?)\*\//gs), ([, block = '']) =>
    block.replaceAll(/^\s*\* ?/gm, '').replace(/^@example\n.*/ms, ''),
  )
  const lines = Array.from(source.matchAll(/(?:^[ \t]*\/\/ .*\n)+|(?<=[ \t])\/\/ .*$/gm), ([line]) =>
    line.replaceAll(/^\s*\/\/ /gm, ''),
  )
  return [...blocks.flatMap((block) => block.split(/\n(?:\n|(?=[-@]))/)), ...lines]
}

/**
 * Splits a paragraph into sentences. Replaces code in backticks by a placeholder, because the rules for words do not
 * apply to code.
 */
function splitSentences(paragraph: string): string[] {
  const text = paragraph
    .replaceAll(/`[^`]*`/g, '`…`')
    .replaceAll(/\*\*|\]\([^)]*\)/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\S*\p{Script=Han}.*? — /u, '')
  return text
    .split(/(?<=[.!?:;]) |[。；]| \| /)
    .map((sentence) => sentence.trim().replace(/^[-#>|\d.[ ]+/, ''))
    .filter(Boolean)
}
