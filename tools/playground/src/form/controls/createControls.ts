import { choiceControl, type LabelledChoice } from './choiceControl.ts'
import type { Choice } from '../Field.ts'
import type { CreateControl, FormContext } from './Control.ts'
import { fileControl } from './fileControl.ts'
import { groupControl } from './groupControl.ts'
import { jsonControl } from './jsonControl.ts'
import { listControl } from './listControl.ts'
import { numberControl } from './numberControl.ts'
import { textControl } from './textControl.ts'
import { variantControl } from './variantControl.ts'

const truthValues = [true, false].map((value) => ({ value, label: String(value) }))

/** Returns the function that creates the controls of one form. */
export function createControls(context: FormContext): CreateControl {
  const create: CreateControl = (field, path, label) => {
    switch (field.kind) {
      case 'text':
        return textControl(label, context)
      case 'number':
        return numberControl(label, context)
      case 'boolean':
        return choiceControl(truthValues, label, context)
      case 'choice':
        return choiceControl(explain(field.choices, path, context), label, context)
      case 'file':
        return fileControl(label, context)
      case 'list':
        return listControl(field.item, path, label, context, create)
      case 'group':
        return groupControl(field, path, label, context, create)
      case 'variant':
        return variantControl(field, path, label, context, create)
      case 'json':
        return jsonControl(label, context)
    }
  }
  return create
}

/**
 * Adds the meanings of numbers to the labels, e.g. `1: single member`. Labels of other values stay unchanged. The
 * meanings exist in English only.
 */
function explain(
  choices: readonly Choice[],
  path: string,
  { choiceMeaningOf }: FormContext,
): readonly LabelledChoice[] {
  return choices.map(({ value, label }) => {
    const meaning = typeof value === 'number' ? choiceMeaningOf(path, value) : undefined
    return meaning === undefined ? { value, label } : { value, label: `${label}: ${meaning}`, lang: 'en' }
  })
}
