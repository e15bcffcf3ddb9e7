import type { FakeCorp } from '@wecom/mock'
import type { Calls } from '../call/Calls.ts'
import type { Inbox } from '../callback/Inbox.ts'
import type { History } from '../corp/history.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/Texts.ts'

/** A part of the page. */
export interface View {
  readonly element: HTMLElement
  /** Shows the corp as it is now. */
  update(): void
}

/** Shared by all parts of the page. */
export interface PageContext {
  readonly corp: FakeCorp
  readonly calls: Calls
  readonly history: History
  readonly inbox: Inbox
  readonly texts: Texts
  readonly language: Language
  /** Announces an action, also to screen readers. */
  readonly announce: (text: string) => void
  /** Call it after everything that may have changed the corp. */
  readonly changed: () => void
}
