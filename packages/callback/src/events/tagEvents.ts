import type { CustomerEvent } from './CustomerEvent.ts'

type TagEvent<Change extends string> = CustomerEvent<
  'change_external_tag',
  Change,
  {
    /** Id of the tag (标签) or tag group (标签组). `TagType` says which of the two it is. */
    Id: string
    TagType: 'tag' | 'tag_group' | (string & {})
    /** Id of the rule group (规则组) that the tag belongs to. Missing if the tag belongs to none. */
    StrategyId?: string | undefined
  }
>

/** 企业客户标签创建事件 — a tag or tag group has been created. */
export type TagCreateEvent = TagEvent<'create'>

/** 企业客户标签变更事件 — a tag or tag group has been renamed. */
export type TagUpdateEvent = TagEvent<'update'>

/**
 * 企业客户标签删除事件 — a tag or tag group (标签组) was deleted. If a whole tag group was deleted, WeCom sends one event for the
 * tag group and no events for its tags.
 */
export type TagDeleteEvent = TagEvent<'delete'>

/**
 * 企业客户标签重排事件 — an administrator has changed the order of tags or tag groups (标签组). The event does not contain the new
 * order. To read the new order, call `listCorpTags` of `@wecom/tags`.
 */
export type TagShuffleEvent = CustomerEvent<
  'change_external_tag',
  'shuffle',
  {
    /**
     * Id of the tag group (标签组) in which the order of tags changed. Missing if the order of the tag groups themselves
     * changed.
     */
    Id?: string | undefined
    /** Id of the rule group (规则组) that the tags belong to. Missing if they belong to none. */
    StrategyId?: string | undefined
  }
>
