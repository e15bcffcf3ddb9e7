import type { Served } from '../serve/serve.ts'
import { createCorpTagsServed } from './createCorpTags.ts'
import { createStrategyTagsServed } from './createStrategyTags.ts'
import { deleteCorpTagsServed } from './deleteCorpTags.ts'
import { deleteStrategyTagsServed } from './deleteStrategyTags.ts'
import { listCorpTagsServed } from './listCorpTags.ts'
import { listStrategyTagsServed } from './listStrategyTags.ts'
import { markCustomerTagsServed } from './markCustomerTags.ts'
import { updateCorpTagServed } from './updateCorpTag.ts'
import { updateStrategyTagServed } from './updateStrategyTag.ts'

/** The endpoints of `@wecom/tags`, all of them. */
export const tagsServed: readonly Served[] = [
  createCorpTagsServed,
  createStrategyTagsServed,
  deleteCorpTagsServed,
  deleteStrategyTagsServed,
  listCorpTagsServed,
  listStrategyTagsServed,
  markCustomerTagsServed,
  updateCorpTagServed,
  updateStrategyTagServed,
]
