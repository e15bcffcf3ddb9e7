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
        // `drain` may have recorded a gap during this run.
        if (reason === undefined) await closeSuspicious(connection, context, context.runId, 'tags', ['*'])
        else await addGaps(connection, context, context.runId, 'tags', ['*'], { kind: 'suspicious', reason })
      },
    }
  },
  sweep: async () => {},
}
