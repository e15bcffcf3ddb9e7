/** A language in which READMEs are written. */
export type Language = 'en' | 'zh'

/** The README of a package in each language. */
export const readmes: readonly (readonly [file: string, language: Language])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]
