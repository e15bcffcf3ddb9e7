import { type Clock, beijingDay } from '../base/clock.ts'
import type { CorpEvent, EventLog, EventValue } from '../base/events.ts'
import { InputError } from '../base/input.ts'
import { Rows } from '../base/rows.ts'
import type { Follow, Follows } from './contacts.ts'
import type { Members } from './members.ts'

/** A transfer of a customer from one member to another. It is in progress, done or failed. */
export interface Transfer {
  /**
   * Kind of transfer: `onjob` if the old member was still in the corp when the transfer started, otherwise `resigned`.
   */
  kind: 'onjob' | 'resigned'
  handover_userid: string
  takeover_userid: string
  external_userid: string
  /** Time at which the transfer started, in unix seconds. */
  requested_at: number
  /**
   * Status of the transfer:
   * - 1: done
   * - 2: in progress
   * - 3: refused by the customer
   * - 4: failed, because the new member has reached the limit of customers
   */
  status: 1 | 2 | 3 | 4
  /**
   * When the transfer takes effect, in unix seconds. If `status` is 1 (done), the time is in the past. If `status` is 3
   * (refused) or 4 (failed), the value is 0.
   */
  takeover_time: number
}

type TransferRequest = Pick<Transfer, 'kind' | 'handover_userid' | 'takeover_userid' | 'external_userid'>

const delay = 24 * 3600

export class Transfers extends Rows<Transfer> {
  readonly #clock: Clock
  readonly #members: Members
  readonly #follows: Follows
  readonly #events: EventLog

  constructor(clock: Clock, members: Members, follows: Follows, events: EventLog) {
    super()
    this.#clock = clock
    this.#members = members
    this.#follows = follows
    this.#events = events
  }

  override load(transfers: readonly Transfer[]): void {
    super.load(transfers)
    for (const transfer of transfers) this.#schedule(transfer)
  }

  start(request: TransferRequest): void {
    const requested_at = this.#clock.seconds()
    const transfer: Transfer = { ...request, requested_at, status: 2, takeover_time: requested_at + delay }
    this.add(transfer)
    this.#schedule(transfer)
  }

  /**
   * Ends a transfer in progress, because the customer refuses to be transferred to another member.
   *
   * @returns the transfer, and the event about its failure.
   * @throws {RangeError} the customer has no transfer in progress.
   *
   * @example
   * corp.transfers.refuse('wm1')
   */
  refuse(external_userid: string): { readonly transfer: Transfer; readonly event: CorpEvent } {
    const transfer = this.waiting(external_userid)
    if (!transfer) throw new InputError('external_userid', `Customer ${external_userid} has no transfer in progress`)
    return { transfer, event: this.#fail(transfer, 3) }
  }

  waiting(external_userid: string): Transfer | undefined {
    return this.rows.find((transfer) => transfer.external_userid === external_userid && transfer.status === 2)
  }

  /**
   * Counts the transfers of a customer between current members that were requested in the last `days` days. Today is
   * the last of these days. A day starts at midnight in Beijing.
   */
  countOnJob(external_userid: string, days: number): number {
    const first = beijingDay(this.#clock.seconds()) - days + 1
    return this.rows.filter(
      (transfer) =>
        transfer.kind === 'onjob' &&
        transfer.external_userid === external_userid &&
        beijingDay(transfer.requested_at) >= first,
    ).length
  }

  #schedule(transfer: Transfer): void {
    if (transfer.status === 2) this.#clock.at(transfer.takeover_time * 1000, () => this.#carryOut(transfer))
  }

  #carryOut(transfer: Transfer): void {
    if (transfer.status !== 2) return
    const { handover_userid, takeover_userid, external_userid } = transfer
    const { customer_limit = Number.POSITIVE_INFINITY } = this.#members.find(takeover_userid) ?? {}
    if (this.#follows.countOfMember(takeover_userid) >= customer_limit) {
      this.#fail(transfer, 4)
      return
    }
    const isReturn = this.rows.some(
      (earlier) =>
        earlier.status === 1 &&
        earlier.handover_userid === takeover_userid &&
        earlier.external_userid === external_userid,
    )
    transfer.status = 1
    const follow = this.#follows.find(handover_userid, external_userid)
    if (!follow) return
    this.#follows.remove(follow)
    if (transfer.kind === 'onjob') {
      this.#raise('del_external_contact', handover_userid, external_userid, { Source: 'DELETE_BY_TRANSFER' })
    }
    if (this.#follows.find(takeover_userid, external_userid)) return
    this.#follows.add(handedOver(follow, takeover_userid, transfer.takeover_time))
    if (!isReturn) this.#raise('add_external_contact', takeover_userid, external_userid)
  }

  #fail(transfer: Transfer, status: 3 | 4): CorpEvent {
    transfer.status = status
    transfer.takeover_time = 0
    return this.#raise('transfer_fail', transfer.takeover_userid, transfer.external_userid, {
      FailReason: status === 3 ? 'customer_refused' : 'customer_limit_exceed',
    })
  }

  #raise(
    ChangeType: string,
    UserID: string,
    ExternalUserID: string,
    more: Readonly<Record<string, EventValue>> = {},
  ): CorpEvent {
    return this.#events.add({ Event: 'change_external_contact', ChangeType, UserID, ExternalUserID, ...more })
  }
}

/**
 * Returns the follow relation of the new member after a transfer of a customer. The relation has the old member's notes
 * and corp tags, but not the old member's personal tags.
 */
function handedOver(follow: Follow, userid: string, createtime: number): Follow {
  const {
    state: _channel,
    wechat_channels: _account,
    remark_pic_mediaid: _picture,
    customer_left_at: _left,
    asked_at: _asked,
    archive_agreed_at: _agreed,
    ...notes
  } = follow
  return { ...notes, userid, createtime, personal_tags: [], add_way: 202, oper_userid: follow.userid }
}
