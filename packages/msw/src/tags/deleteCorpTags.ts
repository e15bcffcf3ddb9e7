import { deleteCorpTagsEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { findOwnTags } from './chosenTags.ts'
import { deleteTags } from './deleteTags.ts'

export const deleteCorpTagsServed: Served = serve(
  deleteCorpTagsEndpoint,
  (tenant, { tag_id = [], group_id = [] }, { app }) => {
    deleteTags(tenant, findOwnTags(tenant, app, 'corp', [...tag_id, ...group_id]))
    return {}
  },
)
