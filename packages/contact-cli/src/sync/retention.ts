import type { Retention } from '@wecom/sync'
import { type Command, InvalidArgumentError } from 'commander'

export interface RetentionOptions {
  readonly keepEvents?: number | undefined
  readonly keepChanges?: number | undefined
}

export function addRetentionOptions(command: Command): void {
  command
    .option('--keep-events <days>', 'days after which handled events are deleted (default: 30)', toDays)
    .option('--keep-changes <days>', 'days after which rows of wecom_changes are deleted (default: never)', toDays)
}

const dayMs = 24 * 60 * 60_000

export function retentionOf({ keepEvents, keepChanges }: RetentionOptions): Retention {
  return {
    inboxMs: keepEvents === undefined ? undefined : keepEvents * dayMs,
    changesMs: keepChanges === undefined ? undefined : keepChanges * dayMs,
  }
}

function toDays(text: string): number {
  const days = Number(text)
  if (!(days > 0)) throw new InvalidArgumentError('It must be a positive number of days.')
  return days
}
