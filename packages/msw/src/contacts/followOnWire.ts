import type { FollowRelation, FollowUserTag } from '@wecom/contacts'
import type { App } from '../tenant/apps.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What every call tells an app of a follow. Fields without content are left out, where the API may do so. */
export function toFollowRelation({ suite_id }: App, follow: Follow): FollowRelation {
  const { userid, remark, description, createtime, add_way, oper_userid } = follow
  const { remark_corp_name, remark_mobiles, state, wechat_channels } = follow
  return {
    userid,
    remark,
    description,
    createtime,
    ...(remark_corp_name !== undefined && { remark_corp_name }),
    // Providers' apps get no phone numbers.
    ...(remark_mobiles.length > 0 && suite_id === undefined && { remark_mobiles: [...remark_mobiles] }),
    add_way,
    oper_userid,
    ...(state !== undefined && { state }),
    ...(add_way === 10 && wechat_channels && { wechat_channels }),
  }
}

/** The tags of a follow, personal ones included. */
export function toFollowUserTags(tenant: Tenant, { tag_ids, personal_tags }: Follow): FollowUserTag[] {
  const shared = tag_ids.flatMap((tag_id): FollowUserTag[] => {
    const found = tenant.tags.find(tag_id)
    if (!found) return []
    const { group, tag } = found
    return [{ group_name: group.group_name, tag_name: tag.name, tag_id, type: group.strategy_id === undefined ? 1 : 3 }]
  })
  return [...shared, ...personal_tags.map((tag) => ({ ...tag, type: 2 }))]
}
