import { getMomentCommentsEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { findPublication } from './findMoment.ts'

export const getMomentCommentsServed: Served = serve(
  getMomentCommentsEndpoint,
  (tenant, params, { app }) => {
    const { comments, likes } = findPublication(tenant, app, params)
    return { comment_list: comments, like_list: likes }
  },
  { missing: { moment_id: 41059, userid: 41009 }, empty: { comment_list: [], like_list: [] } },
)
