import type { AnyEndpoint } from '@wecom/core'
import { describeSchema } from '../form/describeSchema.ts'
import type { Field } from '../form/Field.ts'
import type { CorpFacts } from './CorpFacts.ts'
import { endpointExamples } from './endpointExamples.ts'
import { exampleFile } from './exampleFile.ts'
import { fieldExamples } from './fieldExamples.ts'

/** Returns example parameters for an endpoint. They contain the required parameters, with ids from the fake corp. */
export function exampleParams({ name, params }: AnyEndpoint, facts: CorpFacts): Record<string, unknown> {
  const required = exampleOf(describeSchema(params), '', facts)
  return { ...(required as Record<string, unknown>), ...endpointExamples[name]?.(facts) }
}

function exampleOf(field: Field, name: string, facts: CorpFacts): unknown {
  switch (field.kind) {
    case 'text':
    case 'number':
      return fieldExamples[name]?.(facts) ?? (field.kind === 'text' ? '示例' : 1)
    case 'boolean':
      return true
    case 'choice':
      return field.choices[0]?.value
    case 'file':
      return exampleFile()
    case 'list':
      return [exampleOf(field.item, name, facts)]
    case 'group':
      return Object.fromEntries(
        field.entries.flatMap((entry) =>
          entry.required ? [[entry.name, exampleOf(entry.field, entry.name, facts)]] : [],
        ),
      )
    case 'variant': {
      const [first] = field.variants
      return first && { [field.key]: first.value, ...(exampleOf(first.group, name, facts) as object) }
    }
    case 'json':
      return null
  }
}
