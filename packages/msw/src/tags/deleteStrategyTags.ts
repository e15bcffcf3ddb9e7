import { deleteStrategyTagsEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { findOwnTags } from './chosenTags.ts'
import { deleteTags } from './deleteTags.ts'

export const deleteStrategyTagsServed: Served = serve(
  deleteStrategyTagsEndpoint,
  (tenant, { tag_id = [], group_id = [] }, { app }) => {
    deleteTags(tenant, findOwnTags(tenant, app, 'strategy', [...tag_id, ...group_id]))
    return {}
  },
)
