import { createStrategyTagsEndpoint } from '@wecom/tags'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { toTagGroup } from './tagsOnWire.ts'

export const createStrategyTagsServed: Served = serve(
  createStrategyTagsEndpoint,
  (tenant, { strategy_id, group_id, group_name, order, tag }, { app }) => {
    const { parent_id } = tenant.strategies.get(app, strategy_id)
    if (parent_id !== 0) throw new Refusal(40058, 'tags belong to rule groups of the first level')
    const { group, tags } = tenant.tags.create({ app: app.name, strategy_id, group_id, group_name, order, tag })
    return { tag_group: toTagGroup(group, tags) }
  },
  { missing: { 'tag.name': 41018 }, invalid: { group_name: 40072, 'tag.name': 40072 } },
)
