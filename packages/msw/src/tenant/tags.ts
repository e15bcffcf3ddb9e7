/** A group of corp tags, or of a rule group's tags. */
export interface TagGroup {
  group_id: string
  group_name: string
  /** The rule group that the tags belong to; absent for corp tags. */
  strategy_id?: number | undefined
  tags: Tag[]
}

export interface Tag {
  /** Starts with `et` for a corp tag, `st` for a rule group's. */
  id: string
  name: string
}

/** The library of tags that members put on customers. */
export class Tags {
  #groups: TagGroup[] = []
  #groupOfTag = new Map<string, TagGroup>()

  load(groups: readonly TagGroup[]): void {
    this.#groups = [...groups]
    this.#groupOfTag = new Map(groups.flatMap((group) => group.tags.map((tag) => [tag.id, group])))
  }

  groups(): readonly TagGroup[] {
    return this.#groups
  }

  find(id: string): { readonly group: TagGroup; readonly tag: Tag } | undefined {
    const group = this.#groupOfTag.get(id)
    const tag = group?.tags.find((candidate) => candidate.id === id)
    return group && tag && { group, tag }
  }
}
