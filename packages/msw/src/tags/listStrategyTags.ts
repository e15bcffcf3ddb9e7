import { listStrategyTagsEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { chooseTags } from './chosenTags.ts'
import { toTagGroup } from './tagsOnWire.ts'

export const listStrategyTagsServed: Served = serve(
  listStrategyTagsEndpoint,
  (tenant, { strategy_id: wanted, ...filter }, { app }) => {
    if (wanted !== undefined) tenant.strategies.get(app, wanted)
    const tag_group = chooseTags(tenant, app, 'strategy', filter).flatMap(({ group, tags }) => {
      const { strategy_id, deleted } = group
      if (strategy_id === undefined || deleted || (wanted !== undefined && strategy_id !== wanted)) return []
      const live = tags.filter((tag) => !tag.deleted)
      return live.length === 0 ? [] : [{ ...toTagGroup(group, live), strategy_id }]
    })
    return { tag_group: tag_group.toSorted((one, other) => other.order - one.order) }
  },
  { empty: { tag_group: [] } },
)
