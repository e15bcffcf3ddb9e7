export interface View {
  readonly name: string
  readonly select: (china: China) => string
}

export interface China {
  readonly chinaDay: (column: string) => string
  readonly chinaWeek: (column: string) => string
}

export const views: readonly View[] = [
  {
    // Relations that have not ended, with the customer's name.
    name: 'live_follows',
    select: () => `
      select f.corp_id, f.userid, f.external_userid, c.name, c.type, f.remark, f.state, f.add_way, f.createtime,
        f.deleted_by_customer_at, m.out_of_view_at as member_out_of_view_at
      from wecom_follows f
      left join wecom_customers c on c.corp_id = f.corp_id and c.external_userid = f.external_userid
      left join wecom_members m on m.corp_id = f.corp_id and m.userid = f.userid
      where f.ended_at is null`,
  },
  {
    // A row for each relation that has ended, or whose customer deleted the member. `lost_on` is the day in China,
    // `lost_week` the Monday of the week.
    name: 'churn',
    select: ({ chinaDay, chinaWeek }) => `
      select corp_id, userid, external_userid, state, createtime, deleted_by_customer_at as lost_at,
        ${chinaDay('deleted_by_customer_at')} as lost_on,
        ${chinaWeek('deleted_by_customer_at')} as lost_week, 'customer' as lost_by
      from wecom_follows where deleted_by_customer_at is not null
      union all
      select corp_id, userid, external_userid, state, createtime, ended_at as lost_at,
        ${chinaDay('ended_at')} as lost_on, ${chinaWeek('ended_at')} as lost_week, ended_by as lost_by
      from wecom_follows where ended_at is not null and deleted_by_customer_at is null`,
  },
]
