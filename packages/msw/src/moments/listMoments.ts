import { type Moment as MomentOnWire, listMomentsEndpoint } from '@wecom/moments'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { Moment } from '../tenant/moments.ts'
import { isInSight } from './findMoment.ts'

/** Value of `filter_type`: made by whomever. */
const all = 2

export const listMomentsServed: Served = serve(
  listMomentsEndpoint,
  (tenant, { start_time, end_time, creator, filter_type = all, cursor, limit }, { app }) => {
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMoments', app.name, start_time, end_time, creator ?? '', filter_type],
      cursor,
      limit: pageLimit(limit, { usual: 20, max: 20 }),
      list: () =>
        tenant.moments
          .list()
          .filter(
            (moment) =>
              moment.create_time >= start_time &&
              moment.create_time <= end_time &&
              (!creator || moment.creator === creator) &&
              (filter_type === all || moment.create_type === filter_type) &&
              isInSight(tenant, app, moment),
          )
          .map((moment) => toWire(moment)),
    })
    return { moment_list: items, next_cursor }
  },
  { empty: { moment_list: [] } },
)

function toWire(moment: Moment): MomentOnWire {
  const { publications: _who, cancelled_at: _cancelled, deleted_at: _deleted, ...shown } = moment
  return shown
}
