export {
  cancelMomentTask,
  cancelMomentTaskEndpoint,
  type CancelMomentTaskParams,
  type CancelMomentTaskResult,
} from './cancelMomentTask.ts'
export {
  createMomentStrategy,
  createMomentStrategyEndpoint,
  type CreateMomentStrategyParams,
  type CreateMomentStrategyResult,
} from './createMomentStrategy.ts'
export {
  createMomentTask,
  createMomentTaskEndpoint,
  type CreateMomentTaskParams,
  type CreateMomentTaskResult,
  type MomentTextParams,
} from './createMomentTask.ts'
export {
  deleteMomentStrategy,
  deleteMomentStrategyEndpoint,
  type DeleteMomentStrategyParams,
  type DeleteMomentStrategyResult,
} from './deleteMomentStrategy.ts'
export {
  getMomentComments,
  getMomentCommentsEndpoint,
  type GetMomentCommentsParams,
  type GetMomentCommentsResult,
  type MomentInteraction,
} from './getMomentComments.ts'
export {
  getMomentStrategy,
  getMomentStrategyEndpoint,
  type GetMomentStrategyParams,
  type GetMomentStrategyResult,
  type MomentStrategy,
} from './getMomentStrategy.ts'
export {
  getMomentTaskResult,
  getMomentTaskResultEndpoint,
  type GetMomentTaskResultParams,
  type GetMomentTaskResultResult,
  type InvalidMomentCustomers,
  type InvalidMomentSenders,
  type MomentTaskResult,
} from './getMomentTaskResult.ts'
export {
  listMomentCustomers,
  listMomentCustomersEndpoint,
  type ListMomentCustomersParams,
  type ListMomentCustomersResult,
  type MomentCustomer,
} from './listMomentCustomers.ts'
export {
  listMoments,
  listMomentsEndpoint,
  type ListMomentsParams,
  type ListMomentsResult,
  type Moment,
  type MomentImage,
  type MomentLink,
  type MomentLocation,
  type MomentText,
  type MomentVideo,
} from './listMoments.ts'
export {
  listMomentSendResults,
  listMomentSendResultsEndpoint,
  type ListMomentSendResultsParams,
  type ListMomentSendResultsResult,
  type ReachedMomentCustomer,
} from './listMomentSendResults.ts'
export {
  type ListedMomentStrategy,
  listMomentStrategies,
  listMomentStrategiesEndpoint,
  type ListMomentStrategiesParams,
  type ListMomentStrategiesResult,
} from './listMomentStrategies.ts'
export {
  listMomentStrategyRange,
  listMomentStrategyRangeEndpoint,
  type ListMomentStrategyRangeParams,
  type ListMomentStrategyRangeResult,
  type MomentStrategyRange,
} from './listMomentStrategyRange.ts'
export {
  listMomentTasks,
  listMomentTasksEndpoint,
  type ListMomentTasksParams,
  type ListMomentTasksResult,
  type MomentTask,
} from './listMomentTasks.ts'
export {
  type CreatedMomentTask,
  type FailedMomentTask,
  type FinishedMomentTask,
  type MomentTaskOutcome,
  type PendingMomentTask,
  readMomentTaskResult,
  type RefusedMomentRange,
} from './readMomentTaskResult.ts'
export type {
  MomentAttachment,
  MomentImageAttachment,
  MomentImageParams,
  MomentLinkAttachment,
  MomentLinkParams,
  MomentVideoAttachment,
  MomentVideoParams,
} from './schemas/momentAttachmentParams.ts'
export type { MomentStrategyPrivilege } from './schemas/momentStrategyPrivilege.ts'
export type { MomentStrategyPrivilegeParams } from './schemas/momentStrategyPrivilegeParams.ts'
export type { MomentStrategyRangeParams } from './schemas/momentStrategyRangeParams.ts'
export type {
  MomentCustomersParams,
  MomentSendersParams,
  MomentVisibleRangeParams,
} from './schemas/momentVisibleRangeParams.ts'
export type { PublishedMomentParams } from './schemas/publishedMoment.ts'
export {
  updateMomentStrategy,
  updateMomentStrategyEndpoint,
  type UpdateMomentStrategyParams,
  type UpdateMomentStrategyResult,
} from './updateMomentStrategy.ts'
export { waitForMomentTask } from './waitForMomentTask.ts'
