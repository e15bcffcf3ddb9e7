import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { TagChange } from '../tenant/tags.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Library, findOwnTags } from './chosenTags.ts'

/** Renames or reorders a tag or a group of the app's own. */
export function changeTag(
  tenant: Tenant,
  app: App,
  library: Library,
  { id, name, order }: TagChange & { readonly id: string },
): Record<string, never> {
  if (name === '') throw new Refusal(40072)
  for (const found of findOwnTags(tenant, app, library, [id])) tenant.tags.change(found, { name, order })
  return {}
}
