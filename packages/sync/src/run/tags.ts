import { readTags, writeTags } from '../reads/tags.ts'
import { addGaps } from '../rows/gaps.ts'
import { closeSuspicious } from './gaps.ts'
import type { Resource } from './resources.ts'

export const tags: Resource = {
  read: async (context) => {
    const groups = await readTags(context, context.calls)
    return {
      items: groups.length,
      next: undefined,
      write: async (connection, writing) => {
        const reason = await writeTags(connection, context, groups, writing, context.acceptMissing)
        const { runId, acceptMissing } = context
        if (reason !== undefined) {
          await addGaps(connection, context, runId, 'tags', ['*'], { kind: 'suspicious', reason })
          return
        }
        // `drain` may have recorded a gap during this run. If `drain` has read the tags later, its list is newer.
        await closeSuspicious(connection, context, runId, 'tags', ['*'], acceptMissing ? undefined : writing.readAt)
      },
    }
  },
  sweep: async () => {},
}
