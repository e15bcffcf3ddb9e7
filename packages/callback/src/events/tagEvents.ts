import type { CustomerEvent } from './CustomerEvent.ts'

/** An event of one tag or tag group (标签组). */
type TagEvent<Change extends string> = CustomerEvent<
  'change_external_tag',
  Change,
  {
    /** Id of the tag or tag group, see `TagType`. */
    Id: string
    TagType: 'tag' | 'tag_group' | (string & {})
    /** The rule group (规则组) of the tag, if any. */
    StrategyId?: string | undefined
  }
>

/** 企业客户标签创建事件 — a tag or tag group has been created. */
export type TagCreateEvent = TagEvent<'create'>

/** 企业客户标签变更事件 — a tag or tag group has been renamed. */
export type TagUpdateEvent = TagEvent<'update'>

/**
 * 企业客户标签删除事件 — a tag or tag group was deleted. If a group was deleted with its tags, there is only an event for the
 * group.
 */
export type TagDeleteEvent = TagEvent<'delete'>

/** 企业客户标签重排事件 — an administrator has changed the order of tags or tag groups: read them again. */
export type TagShuffleEvent = CustomerEvent<
  'change_external_tag',
  'shuffle',
  {
    /** The tag group whose tags were moved; absent if the groups were moved. */
    Id?: string | undefined
    /** The rule group (规则组) of the tags, if any. */
    StrategyId?: string | undefined
  }
>
