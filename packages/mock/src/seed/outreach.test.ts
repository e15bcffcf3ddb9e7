import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import type { PartialState } from '../state/CorpState.ts'

const message = { msgid: 'msg1', chat_type: 'single', create_time: 1, create_type: 0, tasks: [] } as const
const moment = { moment_id: 'mom1', create_time: 1, create_type: 0, visible_type: 1, publications: [] } as const
const publication = { userid: 'anna', chosen: [], reached: [], comments: [], likes: [] }

const broken: [name: string, section: PartialState, message: string][] = [
  [
    'a mass message of nobody',
    { mass_messages: [{ ...message, tasks: [{ userid: 'nobody', deliveries: [] }] }] },
    'mass_messages[0].tasks[0].userid: "nobody" is not in members',
  ],
  [
    'a mass message to nobody',
    {
      mass_messages: [{ ...message, tasks: [{ userid: 'anna', deliveries: [{ external_userid: 'wm9', status: 0 }] }] }],
    },
    'mass_messages[0].tasks[0].deliveries[0].external_userid: "wm9" is not in customers',
  ],
  [
    'a mass message to no group',
    { mass_messages: [{ ...message, tasks: [{ userid: 'anna', deliveries: [{ chat_id: 'wr9', status: 0 }] }] }] },
    'mass_messages[0].tasks[0].deliveries[0].chat_id: "wr9" is not in group_chats',
  ],
  [
    'two mass messages of one id',
    {
      mass_messages: [
        { ...message, tasks: [] },
        { ...message, tasks: [] },
      ],
    },
    'mass_messages[1].msgid: "msg1" occurs twice in mass_messages',
  ],
  [
    'a moment that nobody sees',
    { moments: [{ ...moment, publications: [{ ...publication, reached: ['wm9'] }] }] },
    'moments[0].publications[0].reached[0]: "wm9" is not in customers',
  ],
  [
    'a like of nobody',
    { moments: [{ ...moment, publications: [{ ...publication, likes: [{ userid: 'x', create_time: 1 }] }] }] },
    'moments[0].publications[0].likes[0].userid: "x" is not in members',
  ],
  [
    'a group welcome of no app',
    { group_welcomes: [{ template_id: 'msg1', app: 'other' }] },
    'group_welcomes[0].app: "other" is not in apps',
  ],
  [
    'a job of no app',
    { moment_jobs: [{ jobid: 'j', app: 'other', asked_at: 1, request: { text: { content: 'x' } } }] },
    'moment_jobs[0].app: "other" is not in apps',
  ],
]
test.for(broken)('a state with %s does not load', ([, section, text]) => {
  expect(() => createFakeCorp({ state: { ...smallCorp(), ...section } })).toThrow(text)
})
