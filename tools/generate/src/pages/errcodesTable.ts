import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import type { Language } from './language.ts'
import { table } from './markdown.ts'

export function errcodesTable(errcodes: readonly CatalogueErrcode[], language: Language): string {
  const { header, cells } = texts[language]
  return table(
    header,
    errcodes.map((errcode) => [`${errcode.code}`, ...cells(errcode)]),
  )
}

const texts = {
  en: {
    header: ['errcode', 'meaning', 'what to do'],
    cells: ({ meaning, hint }: CatalogueErrcode) => [firstSentence(meaning), firstSentence(hint)],
  },
  zh: {
    header: ['errcode', '官方说明', '处理办法'],
    cells: ({ code, title_zh, hint_zh }: CatalogueErrcode) => {
      if (!hint_zh) throw new Error(`errcode ${code} has no hint_zh: write it in tools/catalogue/errors.yaml`)
      return [title_zh, hint_zh]
    },
  },
}

/**
 * Returns the first sentence of a text, without the full stop. The table has no room for more, and `explainErrcode`
 * returns the whole text.
 */
function firstSentence(text: string): string {
  return text.replace(/[.;] .*/s, '').replace(/\.$/, '')
}
