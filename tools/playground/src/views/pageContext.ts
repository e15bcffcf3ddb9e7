import type { FakeCorp } from '@wecom/mock'
import type { Calls } from '../call/Calls.ts'
import type { Inbox } from '../callback/Inbox.ts'
import type { History } from '../corp/history.ts'
import { type Language, texts } from '../i18n/language.ts'
import type { PageContext } from './View.ts'

/** State of the playground page that is kept when the user switches the language. */
export interface PageState {
  readonly corp: FakeCorp
  readonly calls: Calls
  readonly history: History
  readonly inbox: Inbox
  readonly language: Language
}

export function createPageContext(state: PageState, listeners: Pick<PageContext, 'announce' | 'changed'>): PageContext {
  return { ...state, ...listeners, texts: texts[state.language] }
}
