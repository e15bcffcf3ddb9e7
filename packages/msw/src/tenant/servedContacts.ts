import { Rows } from './Rows.ts'

/** Somebody outside whom a member served without marking them as a customer: a friend, or a member of a group chat. */
export interface ServedContact {
  /** Tells who it is; the same for each place where the person was met. Never travels. */
  contact: string
  /** Masked nickname, as the API shows it. */
  name: string
  /** Who added the contact, or owns the group. */
  follow_userid: string
  /** The customer group where they met. */
  chat_id?: string | undefined
  /** Name of a group that is no customer group. */
  chat_name?: string | undefined
  /** First added or joined, in unix seconds. */
  add_time: number
}

/** Contacts that are no customers. */
export class ServedContacts extends Rows<ServedContact> {}
