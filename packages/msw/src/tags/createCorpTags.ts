import { createCorpTagsEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { toTagGroup } from './tagsOnWire.ts'

export const createCorpTagsServed: Served = serve(
  createCorpTagsEndpoint,
  (tenant, { group_id, group_name, order, tag }, { app }) => {
    const { group, tags } = tenant.tags.create({ app: app.name, group_id, group_name, order, tag })
    return { tag_group: toTagGroup(group, tags) }
  },
  { missing: { 'tag.name': 41018 }, invalid: { group_name: 40072, 'tag.name': 40072 } },
)
