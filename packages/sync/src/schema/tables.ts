import type { ColumnType } from 'kysely'

/**
 * Kinds of columns; a `?` behind the kind allows null.
 * - `id`: an id of WeCom or of this package, ASCII, compared byte by byte, at most 128 characters.
 * - `text`: a text of people, any length.
 * - `int`: a whole number up to 2^53.
 * - `time`: a moment in UTC, to the millisecond.
 * - `json`: a JSON value.
 * - `serial`: a whole number that the database counts up.
 */
export type ColumnKind = 'id' | 'text' | 'int' | 'time' | 'json' | 'serial'

export interface Table {
  /** The primary key. */
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>
  readonly indexes?: readonly (readonly string[])[]
}

/**
 * All tables, without the prefix `wecom_`. No name is a reserved word of SQLite, Postgres, MySQL or MariaDB, so that people
 * can write SQL without quotes. After a release, a change here needs a migration.
 */
export const tables = {
  corps: {
    key: ['corp_id'],
    columns: {
      corp_id: 'id',
      /** `self-built` or `third-party`: the two see different ids of one customer. */
      app_kind: 'id',
      created_at: 'time',
      last_event_at: 'time?',
      last_full_run_at: 'time?',
    },
  },
  members: {
    key: ['corp_id', 'userid'],
    columns: {
      corp_id: 'id',
      userid: 'id',
      first_seen_at: 'time',
      /** Since when the member is no longer listed: left, or without licence, feature or visibility. */
      out_of_view_at: 'time?',
      read_at: 'time',
    },
  },
  unassigned: {
    key: ['corp_id', 'handover_userid', 'external_userid'],
    columns: {
      corp_id: 'id',
      handover_userid: 'id',
      external_userid: 'id',
      dimission_at: 'time',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
  },
  customers: {
    key: ['corp_id', 'external_userid'],
    columns: {
      corp_id: 'id',
      external_userid: 'id',
      name: 'text',
      /** 1 WeChat user, 2 WeCom user. */
      type: 'int',
      gender: 'int',
      unionid: 'id?',
      corp_name: 'text?',
      data: 'json',
      hash: 'id',
      first_seen_at: 'time',
      read_at: 'time',
    },
    indexes: [['corp_id', 'unionid']],
  },
  follows: {
    key: ['corp_id', 'userid', 'external_userid'],
    columns: {
      corp_id: 'id',
      userid: 'id',
      external_userid: 'id',
      remark: 'text',
      /** Channel of the contact way or acquisition link that the customer came by. */
      state: 'text?',
      add_way: 'int',
      createtime: 'time',
      /** Since when the member no longer has the customer. */
      ended_at: 'time?',
      /** `member`, `transfer`, or `unlisted` where a read no longer found the relation. */
      ended_by: 'id?',
      /** When the customer deleted the member, who may still have the customer. Only events tell. */
      deleted_by_customer_at: 'time?',
      /** Names of the member's own tags. Only `getContact` has them: null until the first single read. */
      personal_tags: 'json?',
      /** A hash of the entry of a page that this row and the customer's agree with; null where that is not known. */
      fingerprint: 'id?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
    indexes: [
      ['corp_id', 'state', 'createtime'],
      ['corp_id', 'external_userid'],
    ],
  },
  follow_tags: {
    key: ['corp_id', 'userid', 'external_userid', 'tag_id'],
    columns: { corp_id: 'id', userid: 'id', external_userid: 'id', tag_id: 'id' },
    indexes: [['corp_id', 'tag_id']],
  },
  tag_groups: {
    key: ['corp_id', 'group_id'],
    columns: {
      corp_id: 'id',
      group_id: 'id',
      name: 'text',
      sort_order: 'int',
      deleted_at: 'time?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
  },
  tags: {
    key: ['corp_id', 'tag_id'],
    columns: {
      corp_id: 'id',
      tag_id: 'id',
      group_id: 'id',
      name: 'text',
      sort_order: 'int',
      deleted_at: 'time?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
    indexes: [['corp_id', 'group_id']],
  },
  contact_ways: {
    key: ['corp_id', 'config_id'],
    columns: {
      corp_id: 'id',
      config_id: 'id',
      /** The value of `follows.state` for customers who came by this contact way. */
      state: 'text?',
      remark: 'text?',
      type: 'int',
      scene: 'int',
      deleted_at: 'time?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
  },
  group_chats: {
    key: ['corp_id', 'chat_id'],
    columns: {
      corp_id: 'id',
      chat_id: 'id',
      name: 'text',
      owner: 'id',
      /** 0 the owner is in place, 1 the owner left, 2 being handed over, 3 handed over; null before the first list. */
      status: 'int?',
      created_at: 'time',
      member_count: 'int',
      member_version: 'id?',
      dismissed_at: 'time?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
    indexes: [['corp_id', 'owner']],
  },
  group_members: {
    key: ['corp_id', 'chat_id', 'userid'],
    columns: {
      corp_id: 'id',
      chat_id: 'id',
      /** A userid where `type` is 1, an external_userid where it is 2. */
      userid: 'id',
      type: 'int',
      joined_at: 'time',
      join_scene: 'int',
      state: 'text?',
      left_at: 'time?',
      /** The reason from the event `del_member`: 0 left, 1 removed. */
      quit_scene: 'int?',
      data: 'json',
      hash: 'id',
      read_at: 'time',
    },
    indexes: [['corp_id', 'userid']],
  },
  changes: {
    key: ['id'],
    columns: {
      id: 'serial',
      corp_id: 'id',
      at: 'time',
      /** Table and verb, e.g. `follows.ended`. */
      kind: 'id',
      /** The key of the row, without `corp_id`. */
      row_key: 'json',
      /** The customer in `row_key`, if there is one. */
      external_userid: 'id?',
      /** `data` of the row before; null for a new row. */
      old_data: 'json?',
      /** The member or customer who caused the change, if it is known. */
      actor: 'id?',
      /** `run`, `event` or `refresh`. */
      source: 'id',
    },
    indexes: [
      ['corp_id', 'id'],
      ['corp_id', 'external_userid'],
    ],
  },
  runs: {
    key: ['corp_id', 'run_id'],
    columns: {
      corp_id: 'id',
      run_id: 'id',
      began_at: 'time',
      ended_at: 'time?',
      report: 'json?',
    },
  },
  slices: {
    key: ['corp_id', 'resource', 'slice'],
    columns: {
      corp_id: 'id',
      resource: 'id',
      slice: 'id',
      run_id: 'id',
      /** `todo`, `done` or `failed`. */
      status: 'id',
      /** The members that this slice reads. */
      userids: 'json?',
      generation: 'int',
      generation_began_at: 'time?',
      next_cursor: 'text?',
      cursor_at: 'time?',
      lease_token: 'id?',
      leased_until: 'time?',
      items: 'int',
    },
  },
  seen: {
    key: ['corp_id', 'resource', 'slice', 'owner', 'page'],
    columns: {
      corp_id: 'id',
      resource: 'id',
      slice: 'id',
      owner: 'id',
      /** How many items came before the page. */
      page: 'int',
      /** The ids of the owner's items on the page: a list of JSON, as text so that `forget` can take one out. */
      items: 'text',
    },
  },
  dirty: {
    key: ['corp_id', 'kind', 'item'],
    columns: {
      corp_id: 'id',
      /** `customer`, `group_chat`, `contact_way` or `tags`. */
      kind: 'id',
      item: 'id',
      version: 'int',
      due_at: 'time',
      attempts: 'int',
      /** The content that the read must show before the entry is closed. */
      expected: 'json?',
      reason: 'text?',
      lease_token: 'id?',
      leased_until: 'time?',
    },
    indexes: [['due_at']],
  },
  inbox: {
    key: ['corp_id', 'event_key'],
    columns: {
      corp_id: 'id',
      /** A hash of what WeCom sent: repeated deliveries have the same. */
      event_key: 'id',
      name: 'id',
      received_at: 'time',
      event_at: 'time?',
      message: 'text',
      /** `new`, `done` or `failed`. */
      status: 'id',
      attempts: 'int',
      due_at: 'time',
      done_at: 'time?',
      reason: 'text?',
      lease_token: 'id?',
      leased_until: 'time?',
    },
    indexes: [['status', 'due_at']],
  },
  gaps: {
    key: ['corp_id', 'resource', 'item'],
    columns: {
      corp_id: 'id',
      resource: 'id',
      /** A userid, chat_id or config_id; `*` for the whole resource. */
      item: 'id',
      /** `failed`, `denied` or `suspicious`. */
      kind: 'id',
      errcode: 'int?',
      reason: 'text',
      since: 'time',
      run_id: 'id?',
    },
  },
} as const

export type TableName = keyof typeof tables

type TypeOfKind<Kind> = Kind extends 'id' | 'text'
  ? string
  : Kind extends 'int'
    ? number
    : Kind extends 'time'
      ? ColumnType<Date | string, Date, Date>
      : Kind extends 'json'
        ? ColumnType<unknown, string, string>
        : Kind extends 'serial'
          ? ColumnType<number | string, undefined, never>
          : never

type OrNull<Type> =
  Type extends ColumnType<infer Select, infer Insert, infer Update>
    ? ColumnType<Select | null, Insert | null, Update | null>
    : Type | null

type TypeOfColumn<Kind> = Kind extends `${infer Base}?` ? OrNull<TypeOfKind<Base>> : TypeOfKind<Kind>

/** The tables, as Kysely's type of a database. */
export type Schema = {
  [Name in TableName as `wecom_${Name}`]: {
    [Column in keyof (typeof tables)[Name]['columns']]: TypeOfColumn<(typeof tables)[Name]['columns'][Column]>
  }
}
