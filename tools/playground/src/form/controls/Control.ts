import type { Texts } from '../../i18n/Texts.ts'
import type { Choice, Field } from '../Field.ts'

/** A form control on the playground page. The user edits one value in it. */
export interface Control {
  readonly element: HTMLElement
  /**
   * Returns the value for the parameters of the call. Returns undefined if the parameter is left out.
   *
   * @throws {SyntaxError} the text is not valid JSON. The control also shows this problem.
   */
  read(): unknown
  write(value: unknown): void
}

export interface Label {
  readonly name: string
  /** Text that the page shows in place of `name`. Omitted if `name` is the name of a parameter of a call. */
  readonly title?: string | undefined
  readonly required: boolean
  /** Meaning of the parameter, in English, from the catalogue. */
  readonly meaning?: string | undefined
}

/** Data that all controls of a form share. */
export interface FormContext {
  readonly texts: Texts
  /** Returns the meaning of the parameter at `path`. */
  readonly meaningOf: (path: string) => string | undefined
  /** Returns the meaning of one value of the parameter at `path`. */
  readonly choiceMeaningOf: (path: string, value: string | number) => string | undefined
  /** Returns values from the fake corp, e.g. userids, that the page suggests in the text field `name`. */
  readonly suggestionsFor: (name: string) => readonly Choice[]
}

/**
 * Creates the control of a parameter. `path` is the path of the parameter, e.g. `text.content`. Controls that contain
 * other controls call this function to create them.
 */
export type CreateControl = (field: Field, path: string, label: Label) => Control
