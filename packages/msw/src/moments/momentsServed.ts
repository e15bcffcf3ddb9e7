import type { Served } from '../serve/serve.ts'
import { cancelMomentTaskServed } from './cancelMomentTask.ts'
import { createMomentStrategyServed } from './createMomentStrategy.ts'
import { createMomentTaskServed } from './createMomentTask.ts'
import { deleteMomentStrategyServed } from './deleteMomentStrategy.ts'
import { getMomentCommentsServed } from './getMomentComments.ts'
import { getMomentStrategyServed } from './getMomentStrategy.ts'
import { getMomentTaskResultServed } from './getMomentTaskResult.ts'
import { listMomentCustomersServed } from './listMomentCustomers.ts'
import { listMomentSendResultsServed } from './listMomentSendResults.ts'
import { listMomentStrategiesServed } from './listMomentStrategies.ts'
import { listMomentStrategyRangeServed } from './listMomentStrategyRange.ts'
import { listMomentTasksServed } from './listMomentTasks.ts'
import { listMomentsServed } from './listMoments.ts'
import { updateMomentStrategyServed } from './updateMomentStrategy.ts'

/** The endpoints of `@wecom/moments`, all of them. */
export const momentsServed: readonly Served[] = [
  cancelMomentTaskServed,
  createMomentStrategyServed,
  createMomentTaskServed,
  deleteMomentStrategyServed,
  getMomentCommentsServed,
  getMomentStrategyServed,
  getMomentTaskResultServed,
  listMomentCustomersServed,
  listMomentSendResultsServed,
  listMomentStrategiesServed,
  listMomentStrategyRangeServed,
  listMomentTasksServed,
  listMomentsServed,
  updateMomentStrategyServed,
]
