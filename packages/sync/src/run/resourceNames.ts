/** The resources of a full run, in the order in which it reads them. */
export const resourceNames = ['tags', 'contact_ways', 'members', 'customers', 'group_chats'] as const

export type ResourceName = (typeof resourceNames)[number]
