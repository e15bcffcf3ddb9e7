export const resourceNames = ['tags', 'contact_ways', 'members', 'customers', 'group_chats'] as const

export type ResourceName = (typeof resourceNames)[number]
