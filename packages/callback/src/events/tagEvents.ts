import type { CustomerEvent } from './CustomerEvent.ts'

/** An event of one tag or tag group (标签组). */
type TagEvent<Change extends string> = CustomerEvent<
  'change_external_tag',
  Change,
  {
    /** Id of the tag or tag group. `TagType` says which one it is. */
    Id: string
    TagType: 'tag' | 'tag_group' | (string & {})
    /** Id of the rule group (规则组) of the tag, if there is one. */
    StrategyId?: string | undefined
  }
>

/** 企业客户标签创建事件 — a tag or tag group has been created. */
export type TagCreateEvent = TagEvent<'create'>

/** 企业客户标签变更事件 — a tag or tag group has been renamed. */
export type TagUpdateEvent = TagEvent<'update'>

/**
 * 企业客户标签删除事件 — a tag or tag group was deleted. If a group was deleted together with its tags, WeCom sends only an event
 * for the group.
 */
export type TagDeleteEvent = TagEvent<'delete'>

/** 企业客户标签重排事件 — an administrator has changed the order of tags or tag groups. Read the tags again to see the order. */
export type TagShuffleEvent = CustomerEvent<
  'change_external_tag',
  'shuffle',
  {
    /** Id of the tag group whose tags were moved. Absent if the groups were moved. */
    Id?: string | undefined
    /** Id of the rule group (规则组) of the tags, if there is one. */
    StrategyId?: string | undefined
  }
>
