import { type Command, Help, InvalidArgumentError, Option } from 'commander'
import type { CallField } from '../facts/CallFacts.ts'
import { ListOption } from '../refuseRepeats.ts'

type Parse = (text: string) => unknown

const parsers: Readonly<Record<string, Parse>> = {
  string: (text) => text,
  file: (path) => path,
  integer: toInteger,
  boolean: toBoolean,
}

export function addFieldOptions(command: Command, fields: readonly CallField[]): void {
  for (const { name, type, required = false, about = '' } of fields) {
    const itemType = type.replace('[]', '')
    const parse = parsers[itemType]
    // Fields with objects have no flag: users set them by `--json`.
    if (!parse) continue
    const isList = type.endsWith('[]')
    const remarks = [required ? 'required' : '', isList ? 'repeat it for a list' : ''].filter(Boolean)
    const description = `${about}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`
    const flags = `--${name} <${itemType}>`
    command.addOption(
      isList
        ? new ListOption(flags, description).argParser((text: string, items: readonly unknown[] | undefined) => [
            ...(items ?? []),
            parse(text),
          ])
        : new Option(flags, description).argParser(parse),
    )
  }
}

export function describeJsonFields(fields: readonly CallField[], columns: number): string {
  const objects = fields.filter(({ fields: inner }) => inner !== undefined)
  if (objects.length === 0) return ''
  const lines = objects.flatMap((field) => describeField(field, '  ', columns))
  return `\nFields for --json:\n${lines.join('\n')}`
}

function describeField(
  { name, type, required = false, about, fields = [] }: CallField,
  indent: string,
  columns: number,
): string[] {
  const facts = [type, ...(required ? ['required'] : [])].join(', ')
  const text = `${name} (${facts})${about === undefined ? '' : `: ${about}`}`
  // Indents the second and later lines more than the first line and more than the fields below it.
  const lines = new Help().boxWrap(text, columns - indent.length - 4).split('\n')
  return [
    ...lines.map((line, index) => `${indent}${index === 0 ? '' : '    '}${line}`),
    ...fields.flatMap((field) => describeField(field, `${indent}  `, columns)),
  ]
}

function toInteger(text: string): number {
  const number = Number(text)
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('It must be an integer.')
  return number
}

function toBoolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new InvalidArgumentError('It must be true or false.')
  return text === 'true'
}
