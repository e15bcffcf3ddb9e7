import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A group chat whose transfer WeCom refused, with the reason. */
export interface FailedGroupChat {
  chat_id: string
  /**
   * Errcode with the reason of the refusal:
   * - 90500: the owner has not left the corp
   * - 90501: not a customer group chat
   * - 90502: the owner has left the corp
   * - 90503: the group chat is full and can be transferred only in the WeCom app
   * - 90504: the new owner is the owner already
   * - 90507: another transfer is running
   * - 90508: already transferred after the owner left
   */
  errcode: number
  errmsg: string
}

export const failedGroupChatSchema: v.GenericSchema<FailedGroupChat> = wireObject<FailedGroupChat>({
  chat_id: v.string(),
  errcode: v.number(),
  errmsg: v.string(),
})
