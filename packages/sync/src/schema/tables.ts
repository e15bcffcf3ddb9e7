import type { ColumnType } from 'kysely'

/**
 * Kinds of columns. A `?` after the kind allows null.
 * - `id`: id, hash or keyword. At most 128 ASCII characters, compared byte by byte.
 * - `text`: text that people wrote, of any length.
 * - `int`: integer up to 2^53.
 * - `time`: time in UTC with milliseconds.
 * - `json`: JSON value.
 * - `serial`: integer that the database increases for each row.
 */
export type ColumnKind = 'id' | 'text' | 'int' | 'time' | 'json' | 'serial'

export interface Table {
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>
  readonly indexes?: readonly (readonly string[])[]
}

/**
 * Definitions of all tables. In the database, each name has the prefix `wecom_`. No column name is a reserved word of
 * SQLite, Postgres, MySQL or MariaDB, so SQL needs no quotes. After the first release, a change here needs a migration.
 */
export const tables = {
  corps: {
    key: ['corp_id'],
    columns: {
      corp_id: 'id',
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
      /**
       * Time at which WeCom stopped listing the member, as far as the sync knows. Null if WeCom lists the member. A
       * member who is not listed has left the corp or the visible range, or has lost the licence or the permission for
       * customer contact.
       */
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
      state: 'text?',
      add_way: 'int',
      createtime: 'time',
      ended_at: 'time?',
      /**
       * How the follow relation ended: `member` (the member deleted the customer), `transfer` (the customer was
       * transferred to another member), or `unlisted` (WeCom no longer lists the relation and no event said why).
       */
      ended_by: 'id?',
      /**
       * Time at which the customer deleted the member. The member may still have the customer. Only the event
       * `del_follow_user` reports the deletion: no read of WeCom's API returns it. So the column stays null if the
       * event did not arrive. It becomes null again when a read shows that the member has added the customer again.
       */
      deleted_by_customer_at: 'time?',
      /**
       * Names of the member's personal tags for the customer. Only `getContact` returns them, so the column is null
       * until the customer is read by id.
       */
      personal_tags: 'json?',
      /**
       * Fingerprint: the hash of an entry in WeCom's list of customers. An entry contains a customer and one follow
       * relation. The sync last wrote this row from the entry with this hash, so a full run skips an entry with the
       * same hash. See `rows/fingerprints.ts`.
       *
       * Null if this row was last written from the answer of `getContact`. Also null if the customer's row in
       * `customers` no longer has the content of this entry, because another entry or a later read has changed that
       * row.
       */
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
      /**
       * Handover status of the group chat: 0 the owner is an active member, 1 the owner has left, 2 handover in
       * progress, 3 handover done. Null until the sync has read a list that contains the group chat.
       */
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
      /** Userid of a member if `type` is 1, external_userid of a customer if `type` is 2. */
      userid: 'id',
      type: 'int',
      joined_at: 'time',
      join_scene: 'int',
      state: 'text?',
      left_at: 'time?',
      /**
       * How the person left the group chat: 0 the person left, 1 the owner or an admin removed the person. Only the
       * event `del_member` contains this fact, and no call of WeCom's API returns it. Null if no such event arrived, or
       * if the person has joined again since.
       */
      quit_scene: 'int?',
      /**
       * Time of the event that reported `quit_scene`. Null if no such event arrived, if the event has no time, or if an
       * earlier version of this package wrote `quit_scene`.
       */
      quit_at: 'time?',
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
      kind: 'id',
      row_key: 'json',
      /**
       * Id of the person whom the change concerns: the column `external_userid` of the changed row, or the column
       * `userid` of a row in `group_members`, which is the id of a member or a customer. Null if the change concerns no
       * such person. `forget`, which deletes the data of a customer, finds the changes by this id.
       */
      external_userid: 'id?',
      /**
       * Value of the column `data` before the change. Null for a new row, and for a row of the table `members`, which
       * has no column `data`.
       */
      old_data: 'json?',
      actor: 'id?',
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
      /**
       * Status of a part of a full run: `todo`, `read`, `done` or `failed`. `read` means that the run has read all
       * pages of the part. The run must then still check the rows that no page contained, because WeCom may no longer
       * have their data.
       */
      status: 'id',
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
      page: 'int',
      /**
       * JSON list of the ids that a full run found on one page of WeCom's list. The ids are external_userids, chat_ids
       * or config_ids. External_userids belong to customers of the member in `owner`. For chat_ids and config_ids,
       * `owner` is empty. The type of the column is not `json`, so that `forget` can remove an id from the list in SQL.
       */
      items: 'text',
    },
  },
  forgotten: {
    key: ['corp_id', 'external_userid'],
    columns: {
      corp_id: 'id',
      external_userid: 'id',
      /**
       * Time at which `forget` deleted the customer's data. If a read began before this time, the sync does not write
       * the customer's data that the read returned.
       */
      at: 'time',
      /**
       * 1 if `forget` kept an event that names the customer, otherwise 0. `forget` keeps such an event if it also names
       * other people, and no handler has handled it yet.
       */
      keeps_event: 'int',
    },
  },
  dirty: {
    key: ['corp_id', 'kind', 'item'],
    columns: {
      corp_id: 'id',
      kind: 'id',
      item: 'id',
      version: 'int',
      due_at: 'time',
      attempts: 'int',
      /** Changes that events reported: `ReportedChange[]`. */
      expected: 'json?',
      reason: 'text?',
      /**
       * Number of reads that WeCom has refused to this app since the last event for this data. Null if an earlier
       * version of this package wrote the row.
       */
      denials: 'int?',
      lease_token: 'id?',
      leased_until: 'time?',
    },
    indexes: [['due_at']],
  },
  inbox: {
    key: ['corp_id', 'event_key'],
    columns: {
      corp_id: 'id',
      /** Hash of the message that WeCom sent. A repeated delivery has the same hash. */
      event_key: 'id',
      name: 'id',
      received_at: 'time',
      event_at: 'time?',
      message: 'text',
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
      item: 'id',
      kind: 'id',
      errcode: 'int?',
      reason: 'text',
      since: 'time',
      /** Time at which the gap was last found. Null if an earlier version of this package wrote the row. */
      found_at: 'time?',
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

export type Schema = {
  [Name in TableName as `wecom_${Name}`]: {
    [Column in keyof (typeof tables)[Name]['columns']]: TypeOfColumn<(typeof tables)[Name]['columns'][Column]>
  }
}
