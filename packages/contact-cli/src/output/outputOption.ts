import { type Command, Option } from 'commander'
import type { Output } from '../Surroundings.ts'
import { printable } from './printable.ts'

export type Format = 'json' | 'table'

export interface OutputOptions {
  readonly output?: Format | undefined
}

export function addOutputOption(command: Command): void {
  command.addOption(
    new Option('--output <format>', 'table or json (default: table on a terminal, otherwise json)').choices([
      'table',
      'json',
    ]),
  )
}

export function formatOf({ output }: OutputOptions, { isTerminal }: Output): Format {
  return output ?? (isTerminal ? 'table' : 'json')
}

export function toJson(value: unknown): string {
  // `JSON.stringify` does not escape the control characters from U+007F to U+009F.
  return `${JSON.stringify(value, null, 2).replaceAll(/[\u007F-\u009F]/g, printable)}\n`
}

export function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value).replaceAll(/[\u007F-\u009F]/g, printable)}\n`
}
