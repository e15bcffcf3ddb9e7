import type { Tenant } from '@wecom/msw'
import type { Calls } from '../call/Calls.ts'
import type { History } from '../corp/history.ts'
import { type Language, texts } from '../i18n/language.ts'
import type { PageContext } from './View.ts'

/** What outlives a change of the language. */
export interface PageState {
  readonly tenant: Tenant
  readonly calls: Calls
  readonly history: History
  readonly language: Language
}

export function createPageContext(state: PageState, listeners: Pick<PageContext, 'announce' | 'changed'>): PageContext {
  return { ...state, ...listeners, texts: texts[state.language] }
}
