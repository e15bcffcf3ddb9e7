import { listCorpTagsEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { chooseTags } from './chosenTags.ts'
import { byWeight, toTag, toTagGroup } from './tagsOnWire.ts'

export const listCorpTagsServed: Served = serve(
  listCorpTagsEndpoint,
  (tenant, params, { app }) => {
    // What of a list tells whether it was deleted depends on how it was asked for.
    const byGroup = (params.group_id ?? []).length > 0
    const byTag = !byGroup && (params.tag_id ?? []).length > 0
    const chosen = chooseTags(tenant, app, 'corp', params)
    return {
      tag_group: chosen
        .toSorted((one, other) => other.group.order - one.group.order)
        .map(({ group, tags }) => ({
          ...toTagGroup(group, tags),
          ...(byTag && { deleted: group.deleted ?? false }),
          tag: byWeight(tags).map((tag) => ({
            ...toTag(tag),
            ...((byTag || byGroup) && { deleted: tag.deleted ?? false }),
          })),
        })),
    }
  },
  { empty: { tag_group: [] } },
)
