import { en } from './en.ts'
import type { Texts } from './Texts.ts'
import { zh } from './zh.ts'

export type Language = 'en' | 'zh'

export const texts: Readonly<Record<Language, Texts>> = { en, zh }

/** Values of the HTML attribute `lang`, by language of the playground page. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

const key = 'wecom-playground-language'

/**
 * Returns the language that the user has selected before. If there is none, returns the preferred language of the
 * browser.
 */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(key)
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language)
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'zh' : 'en'
}
