import type { CatalogueField } from '@wecom-tools/catalogue'
import { toSentences } from './toSentences.ts'

/** The text of a field's doc comment: the facts of the catalogue except name and type. */
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

/** The values follow anyhow. */
function withoutReference(text: string): string {
  return text.replace(/,? ?\bsee enums(\.\w+)?(; )?/, '')
}

/** That a field is always there is what its type says. */
function whenPresent(presence: string): string {
  return presence.replace(/^(always|on success|not stated)\b[;,]? ?/, '').replace(/^\((.*)\)$/, '$1')
}
