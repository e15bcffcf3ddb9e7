/** A sentence that breaks a rule on words. */
export interface Offence {
  readonly file: string
  readonly sentence: string
  readonly reason: string
}

/** Sentences that open with one of these hide who does what. Questions may. */
const opening = /^(Of|Who|Whoever|Whom|Whose|What|Whatever|Where|Wherever)\b/

/** Other words for what the glossary names. */
const otherWords: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bcompan(y|ies)\b/i, 'corp'],
  // That WeCom has no sandbox may be said.
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

/** The sentences of a file that people read as prose: those of a page, or those in the comments of a source. */
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

/** Doc comments without their examples, and comments inside functions. */
function readCommentParagraphs(source: string): string[] {
  const blocks = Array.from(source.matchAll(/\/\*\*?(.*?)\*\//gs), ([, block = '']) =>
    block.replaceAll(/^\s*\* ?/gm, '').replace(/^@example\n.*/ms, ''),
  )
  const lines = Array.from(source.matchAll(/(?:^[ \t]*\/\/ .*\n)+|(?<=[ \t])\/\/ .*$/gm), ([line]) =>
    line.replaceAll(/^\s*\/\/ /gm, ''),
  )
  return [...blocks.flatMap((block) => block.split(/\n(?:\n|(?=[-@]))/)), ...lines]
}

/** Names in code stay as WeCom, or the code, has them. */
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
