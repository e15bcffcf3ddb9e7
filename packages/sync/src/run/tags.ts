import { readTags, writeTags } from '../reads/tags.ts'
import { addGaps } from '../rows/gaps.ts'
import type { Resource } from './resources.ts'

export const tags: Resource = {
  read: async (context) => {
    const groups = await readTags(context, context.calls)
    return {
      items: groups.length,
      next: undefined,
      write: async (connection, writing) => {
        const reason = await writeTags(connection, context, groups, writing, context.acceptMissing)
        if (reason === undefined) return
        await addGaps(connection, context, context.runId, 'tags', ['*'], { kind: 'suspicious', reason })
      },
    }
  },
  sweep: async () => {},
}
