import type { CustomerEvent } from './CustomerEvent.ts'

/** What happened to one tag or tag group (标签组). */
type TagEvent<Change extends string> = CustomerEvent<
  'change_external_tag',
  Change,
  {
    /** Id of the tag or tag group, as `TagType` says. */
    Id: string
    TagType: 'tag' | 'tag_group' | (string & {})
    /** The rule group (规则组) that the tag belongs to, if to any. */
    StrategyId?: string | undefined
  }
>

/** 企业客户标签创建事件 — a tag or tag group has been created. */
export type TagCreateEvent = TagEvent<'create'>

/** 企业客户标签变更事件 — a tag or tag group has been renamed. */
export type TagUpdateEvent = TagEvent<'update'>

/** 企业客户标签删除事件 — a tag or tag group has been deleted; of a group with its tags only the group is told. */
export type TagDeleteEvent = TagEvent<'delete'>

/** 企业客户标签重排事件 — an administrator has put tags or tag groups into another order: read it anew. */
export type TagShuffleEvent = CustomerEvent<
  'change_external_tag',
  'shuffle',
  {
    /** The tag group whose tags were moved; without it the groups themselves were. */
    Id?: string | undefined
    /** The rule group (规则组) that the tags belong to, if to any. */
    StrategyId?: string | undefined
  }
>
