import type { GroupChat } from '@wecom/mock'
import { type Child, element } from '../../dom/element.ts'
import { table } from '../table.ts'
import type { PageContext, View } from '../View.ts'

export function groupsView(context: PageContext): View {
  const { corp, texts } = context
  const { columns } = texts
  const place = element('div')
  return {
    element: place,
    update: () => {
      const chats = corp.groupChats.list().filter(({ dismissed_at }) => dismissed_at === undefined)
      place.replaceChildren(
        table(
          texts.groups,
          [columns.group, columns.owner, columns.people],
          chats.map((chat) => toRow(chat, context)),
        ),
      )
    },
  }
}

function toRow({ chat_id, name, owner, members }: GroupChat, { corp, texts }: PageContext): Child[] {
  const member = corp.members.find(owner)
  const present = members.filter(({ left_at }) => left_at === undefined)
  return [
    element('div', {}, name || texts.unnamedGroup, ' ', element('code', { class: 'id' }, chat_id)),
    `${member?.name ?? owner}${member?.resigned_at === undefined ? '' : ` (${texts.left})`}`,
    String(present.length),
  ]
}
