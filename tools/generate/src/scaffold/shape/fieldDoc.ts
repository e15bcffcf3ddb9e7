import type { CatalogueField } from '@wecom-tools/catalogue'
import { toSentences } from './toSentences.ts'

/** Returns the text of a field's doc comment: what the catalogue says about the field, except its name and its type. */
export function fieldDoc(
  { name, meaning = '', constraints = '', presence = '' }: CatalogueField,
  values: Readonly<Record<string, string>>,
): string {
  return toSentences([
    restatesName(name, meaning) ? '' : withoutReference(meaning),
    withoutReference(constraints),
    whenPresent(presence),
    Object.entries(values)
      .map(([value, sense]) => `${value} ${sense}`)
      .join(', '),
  ])
}

function restatesName(name: string, meaning: string): boolean {
  return meaning.toLowerCase().replaceAll(/\W/g, '') === name.replaceAll('_', '')
}

/** Removes a reference such as `see enums.add_way`, because the field's doc comment lists the values. */
function withoutReference(text: string): string {
  return text.replace(/,? ?\bsee enums(\.\w+)?(; )?/, '')
}

/**
 * Returns the text of the catalogue that says when a response contains a field, e.g. `only when type is 2`. Words at
 * the start that mean "always" are removed, because the type of the field shows this. The result may be an empty
 * string.
 */
function whenPresent(presence: string): string {
  return presence.replace(/^(always|on success|not stated)\b[;,]? ?/, '').replace(/^\((.*)\)$/, '$1')
}
