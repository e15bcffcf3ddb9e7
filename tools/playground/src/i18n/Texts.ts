import type { ClientEvent } from '@wecom/core'
import type { ErrcodeExplanation } from '@wecom/core/errcodes'
import type { FaultName } from '../corp/faults.ts'
import type { PeopleActionName } from '../corp/people.ts'

/**
 * All texts of the playground page in one language. Other texts on the page come from the fake corp, the catalogue or
 * the client.
 */
export interface Texts {
  readonly pageTitle: string
  readonly pageIntroduction: string
  readonly skipToCall: string
  readonly skipToCorp: string
  /** Name of the other language, written in that language. */
  readonly otherLanguage: string
  readonly starting: string
  readonly startFailed: string

  readonly endpoints: string
  readonly chooseEndpoint: (current: string) => string
  readonly search: string
  readonly found: (count: number) => string

  readonly officialPage: string
  readonly effects: Readonly<Record<'read' | 'write' | 'create' | 'send', string>>
  readonly params: string
  readonly noParams: string
  readonly editAs: string
  readonly asForm: string
  readonly asJson: string
  readonly noJson: string
  readonly formCannotShow: (path: string) => string
  readonly required: string
  readonly optional: string
  readonly notSent: string
  readonly addItem: (name: string) => string
  readonly removeItem: (name: string) => string
  readonly preparedFile: (name: string) => string
  readonly send: string
  readonly sending: string
  readonly resetForm: string
  readonly nextPage: string
  /**
   * Returns the text of a button that copies the call.
   *
   * @param language - `TypeScript` or `curl`.
   */
  readonly copyAs: (language: string) => string
  readonly copied: (language: string) => string
  readonly notCopied: string
  readonly codeOfCall: (language: string) => string

  readonly answer: string
  readonly noAnswerYet: string
  readonly succeeded: (endpoint: string, duration: string) => string
  readonly failed: (endpoint: string, duration: string) => string
  readonly milliseconds: (value: number) => string
  readonly file: (type: string, bytes: number) => string
  readonly whatItMeans: string
  readonly whatToDo: string
  readonly errcodeClass: string
  readonly errcodeClasses: Readonly<Record<ErrcodeExplanation['class'], string>>
  readonly errcodeRetry: string
  readonly errcodeRetries: Readonly<Record<ErrcodeExplanation['retry'], string>>
  readonly unknownErrcode: string
  readonly explanation: string
  readonly languageOfExplanations: string
  readonly errorDetails: string
  readonly ambiguous: string
  readonly request: string
  readonly requestNotSent: string
  readonly answeredWith: (status: number) => string
  readonly arrivedAtWecom: string
  readonly nothingArrived: string
  readonly events: string
  readonly sides: Readonly<Record<'page' | 'proxy', string>>
  readonly eventTypes: Readonly<Record<ClientEvent['type'], string>>
  readonly attempt: (number: number) => string
  readonly againIn: (duration: string) => string
  readonly columns: Readonly<
    Record<
      | 'time'
      | 'client'
      | 'event'
      | 'detail'
      | 'call'
      | 'answer'
      | 'fault'
      | 'customer'
      | 'members'
      | 'tags'
      | 'group'
      | 'owner'
      | 'people'
      | 'day'
      | 'value',
      string
    >
  >

  readonly corp: string
  readonly corpIntroduction: string
  readonly clock: string
  readonly clockNow: string
  readonly moveClock: Readonly<Record<'hour' | 'twoHours' | 'day' | 'week', string>>
  readonly clockMoved: (time: string) => string
  readonly startAnew: string
  readonly startedAnew: string
  readonly faults: string
  readonly faultsIntroduction: string
  readonly fault: string
  readonly faultNames: Readonly<Record<FaultName, string>>
  readonly armFault: string
  readonly disarmFaults: string
  readonly noFaults: string
  readonly people: string
  readonly peopleIntroduction: string
  readonly action: string
  readonly actions: Readonly<Record<PeopleActionName, string>>
  readonly actionFields: Readonly<Record<string, string>>
  readonly act: string
  readonly acted: (action: string) => string

  readonly views: string
  readonly timeline: string
  readonly nothingHappened: string
  readonly happenings: Readonly<Record<string, string>>
  readonly delivery: string
  readonly deliveryEncrypted: string
  readonly deliveryKeys: (token: string, encodingAesKey: string) => string
  readonly deliveryPlain: string
  readonly deliveryEvent: string
  readonly notDelivered: string
  readonly called: string
  readonly refused: string
  readonly clockReads: string
  readonly customers: string
  readonly customerCount: (shown: number, all: number) => string
  readonly groups: string
  readonly unnamedGroup: string
  readonly left: string
  readonly statistics: string
  readonly statisticsIntroduction: string
  readonly customersByMember: string
  readonly newContacts: string
  readonly messages: string
  readonly chats: string
  readonly groupMembers: string
  readonly chartSummary: (title: string, highest: string, value: number) => string
  readonly asTable: string
  readonly noFigures: string
}
