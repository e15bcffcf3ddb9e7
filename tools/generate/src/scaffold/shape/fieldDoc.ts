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
 * Returns the catalogue's text about the presence of a field in a response, e.g. `only when type is 2`. Removes
 * `always`, `on success` and `not stated` at the start, because these words state no condition. For example,
 * `always; may be empty` becomes `may be empty`.
 */
function whenPresent(presence: string): string {
  return presence.replace(/^(always|on success|not stated)\b[;,]? ?/, '').replace(/^\((.*)\)$/, '$1')
}
