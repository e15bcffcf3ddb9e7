import type { Texts } from '../../i18n/Texts.ts'
import type { Choice, Field } from '../Field.ts'

/** A control of the page with a value. */
export interface Control {
  readonly element: HTMLElement
  /**
   * Returns the value as a parameter; undefined to leave it out.
   *
   * @throws {SyntaxError} the text is not JSON. The control also shows the problem.
   */
  read(): unknown
  write(value: unknown): void
}

/** Names and explains a control. */
export interface Label {
  readonly name: string
  /** The text to show if the name is not that of a parameter. */
  readonly title?: string | undefined
  readonly required: boolean
  /** The meaning, in English as in the catalogue. */
  readonly meaning?: string | undefined
}

/** Shared by all controls of a form. */
export interface FormContext {
  readonly texts: Texts
  /** The meaning of a parameter by its path. */
  readonly meaningOf: (path: string) => string | undefined
  /** The meaning of a value that a parameter can have. */
  readonly choiceMeaningOf: (path: string, value: string | number) => string | undefined
  /** Values of the corp for a text field with this name. */
  readonly suggestionsFor: (name: string) => readonly Choice[]
}

/** Makes the control of a field at a path. Passed to controls that contain others. */
export type CreateControl = (field: Field, path: string, label: Label) => Control
