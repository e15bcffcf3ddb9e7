import type { CreateMomentTaskParams, MomentAttachment, MomentVisibleRangeParams } from '@wecom/moments'

/** What an app asked for, as it is kept until it is carried out: only the fields that WeCom knows. */
export function keepMomentTask({ text, attachments, visible_range }: CreateMomentTaskParams): CreateMomentTaskParams {
  return {
    ...(text && { text: text.content === undefined ? {} : { content: text.content } }),
    ...(attachments && { attachments: attachments.map((attachment) => keepAttachment(attachment)) }),
    ...(visible_range && { visible_range: keepRange(visible_range) }),
  }
}

function keepAttachment(attachment: MomentAttachment): MomentAttachment {
  const { msgtype } = attachment
  switch (msgtype) {
    case 'image':
      return { msgtype, image: { media_id: attachment.image.media_id } }
    case 'video':
      return { msgtype, video: { media_id: attachment.video.media_id } }
    case 'link': {
      const { title, url, media_id } = attachment.link
      return { msgtype, link: { ...(title !== undefined && { title }), url, media_id } }
    }
  }
}

function keepRange({ sender_list, external_contact_list }: MomentVisibleRangeParams): MomentVisibleRangeParams {
  return {
    ...(sender_list && {
      sender_list: {
        ...(sender_list.user_list && { user_list: sender_list.user_list }),
        ...(sender_list.department_list && { department_list: sender_list.department_list }),
      },
    }),
    ...(external_contact_list && {
      external_contact_list: {
        ...(external_contact_list.tag_list && { tag_list: external_contact_list.tag_list }),
      },
    }),
  }
}
