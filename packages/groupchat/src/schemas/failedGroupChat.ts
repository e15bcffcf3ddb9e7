import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A group chat that WeCom refused to transfer, with the reason. */
export interface FailedGroupChat {
  chat_id: string
  /**
   * Reason of the refusal: 90500 the owner has not left, 90501 not a customer group chat, 90502 the owner has left,
   * 90503 the group is full and can only be transferred in the WeCom app, 90504 the new owner is the owner already,
   * 90507 being handed over, 90508 handed over before.
   */
  errcode: number
  errmsg: string
}

export const failedGroupChatSchema: v.GenericSchema<FailedGroupChat> = wireObject<FailedGroupChat>({
  chat_id: v.string(),
  errcode: v.number(),
  errmsg: v.string(),
})
