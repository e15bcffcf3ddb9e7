/** Language of a README. */
export type Language = 'en' | 'zh'

/** File name of the README of a package in each language. */
export const readmes: readonly (readonly [file: string, language: Language])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]
