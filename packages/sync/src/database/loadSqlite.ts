import type * as Sqlite from 'node:sqlite'
import { SyncError } from '../SyncError.ts'

export function loadSqlite(): typeof Sqlite {
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was, and called on `process`
  const emitWarning = process.emitWarning
  process.emitWarning = (...args: unknown[]) => {
    const [warning, option] = args
    const type = typeof option === 'object' && option !== null && 'type' in option ? option.type : option
    if (type === 'ExperimentalWarning' && String(warning).includes('SQLite')) return
    Reflect.apply(emitWarning, process, args)
  }
  try {
    const module = process.getBuiltinModule('node:sqlite')
    if (module) return module
  } finally {
    process.emitWarning = emitWarning
  }
  throw new SyncError('driver', 'node:sqlite is missing; use Node 22.16 or later, without --no-experimental-sqlite')
}
