import type { FakeCorp } from '@wecom/mock'
import type { Calls } from '../call/Calls.ts'
import type { Inbox } from '../callback/Inbox.ts'
import type { History } from '../corp/history.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/Texts.ts'

/** A part of the playground page. */
export interface View {
  readonly element: HTMLElement
  /** Updates this part of the playground page to the current state of the fake corp. */
  update(): void
}

/** Data that all parts of the playground page share. */
export interface PageContext {
  readonly corp: FakeCorp
  readonly calls: Calls
  readonly history: History
  readonly inbox: Inbox
  readonly texts: Texts
  readonly language: Language
  /** Shows a message about an action of the user, and lets screen readers read it. */
  readonly announce: (text: string) => void
  /** Updates the playground page. Call this function after each step that may have changed the fake corp. */
  readonly changed: () => void
}
