export {
  createCorpTags,
  createCorpTagsEndpoint,
  type CreateCorpTagsParams,
  type CreateCorpTagsResult,
} from './createCorpTags.ts'
export {
  createStrategyTags,
  createStrategyTagsEndpoint,
  type CreateStrategyTagsParams,
  type CreateStrategyTagsResult,
} from './createStrategyTags.ts'
export {
  deleteCorpTags,
  deleteCorpTagsEndpoint,
  type DeleteCorpTagsParams,
  type DeleteCorpTagsResult,
} from './deleteCorpTags.ts'
export {
  deleteStrategyTags,
  deleteStrategyTagsEndpoint,
  type DeleteStrategyTagsParams,
  type DeleteStrategyTagsResult,
} from './deleteStrategyTags.ts'
export {
  type CorpTag,
  type CorpTagGroup,
  listCorpTags,
  listCorpTagsEndpoint,
  type ListCorpTagsParams,
  type ListCorpTagsResult,
} from './listCorpTags.ts'
export {
  listStrategyTags,
  listStrategyTagsEndpoint,
  type ListStrategyTagsParams,
  type ListStrategyTagsResult,
  type StrategyTagGroup,
} from './listStrategyTags.ts'
export {
  markCustomerTags,
  markCustomerTagsEndpoint,
  type MarkCustomerTagsParams,
  type MarkCustomerTagsResult,
} from './markCustomerTags.ts'
export type { CustomerTag } from './schemas/customerTag.ts'
export type { CustomerTagChange } from './schemas/customerTagChange.ts'
export type { CustomerTagGroup } from './schemas/customerTagGroup.ts'
export type { CustomerTagIds } from './schemas/customerTagIds.ts'
export type { CustomerTagsToAdd, NewCustomerTag } from './schemas/customerTagsToAdd.ts'
export {
  updateCorpTag,
  updateCorpTagEndpoint,
  type UpdateCorpTagParams,
  type UpdateCorpTagResult,
} from './updateCorpTag.ts'
export {
  updateStrategyTag,
  updateStrategyTagEndpoint,
  type UpdateStrategyTagParams,
  type UpdateStrategyTagResult,
} from './updateStrategyTag.ts'
