import { readTags, writeTags } from '../reads/tags.ts'
import { addGaps } from './gaps.ts'
import type { Resource } from './resources.ts'

/** Reads the corp tags (企业标签库). One answer holds all of them, so there are no pages and no sweep. */
export const tags: Resource = {
  read: async (context) => {
    const groups = await readTags(context, context.calls)
    return {
      items: groups.length,
      next: undefined,
      write: async (connection, writing) => {
        const reason = await writeTags(connection, context, groups, writing)
        if (reason === undefined) return
        await addGaps(connection, context, context.runId, 'tags', ['*'], { kind: 'suspicious', reason })
      },
    }
  },
  sweep: async () => {},
}
