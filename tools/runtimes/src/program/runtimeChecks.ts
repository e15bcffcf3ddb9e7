import type { Check } from './Check.ts'
import { callbacks } from './checks/callbacks.ts'
import { calls } from './checks/calls.ts'
import { domains } from './checks/domains.ts'
import { failures } from './checks/failures.ts'
import { files } from './checks/files.ts'
import { secrets } from './checks/secrets.ts'
import type { Settings } from './Settings.ts'

export const runtimeChecks: readonly Check<Settings>[] = [
  ...calls,
  ...domains,
  ...files,
  ...failures,
  ...secrets,
  ...callbacks,
]
