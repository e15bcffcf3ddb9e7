import type { actions } from '@wecom/mock/server'

/**
 * Chinese texts about the actions of members, customers and admins. They state the same facts as the doc comments in
 * `packages/mock/src/people`. The key is the name of the action.
 */
export const chineseActions: Readonly<Record<keyof typeof actions, string>> = {
  adminCreatesTags: '管理员在管理后台创建企业标签。应用可以使用这些标签，但不能修改。',
  adminDeletesTags:
    '管理员在管理后台删除标签或标签组。删除标签组时，应用只收到标签组的一个事件，不会收到其中标签的事件。返回修改后的标签组。',
  adminHidesMember:
    '管理员把成员移出应用的可见范围。之后应用看不到这位成员的客户。如果可见范围里有包含这位成员的部门，就把这个部门换成部门里的其他成员。如果应用属于一个 suite，suite 会收到事件。返回新的可见范围。',
  adminRenamesTag: '管理员在管理后台重命名标签或标签组。返回修改后的标签组。',
  adminReordersTags: '管理员在管理后台调整标签组内标签的顺序。返回修改后的标签组。',
  adminShowsMember: '管理员把成员加入应用的可见范围。如果应用属于一个 suite，suite 会收到事件。返回新的可见范围。',
  adminDeletesAcquisitionLink: '管理员在管理后台删除获客链接。应用收到事件。返回被删除的链接。',
  corpAuthorizesSuite:
    '企业授权服务商的 suite。返回临时授权码 `auth_code`。服务商用它换取永久授权码之后，企业才有这个应用。',
  corpBuysAcquisitionQuota: '企业购买获客助手的使用量。返回购买后的使用量。',
  corpCancelsSuite: '企业取消授权，移除服务商 suite 的应用。应用的永久授权码和 token 失效。',
  customerAcceptsMember: '客户通过成员的好友申请，跟进关系开始。返回新的跟进关系。',
  customerAddsMember:
    '客户添加成员，不经过「联系我」或获客链接。如果 `half` 为 true，成员暂不通过（见操作 `memberAcceptsCustomer`），否则成员立即通过。返回客户的 id。',
  customerAgreesToArchive:
    '客户同意存档与成员的聊天（会话内容存档）。如果成员的聊天需要存档，执行这个操作之后，成员才能给客户发送欢迎语。返回修改后的跟进关系。',
  customerCommentsOnMoment: '客户评论朋友圈，不产生事件。接口返回评论者和时间，但不返回评论内容。操作返回这条评论。',
  customerDeletesMember:
    '客户删除成员。成员仍有这位客户，所以接口仍返回跟进关系。操作返回这次删除：双方的 id、删除的一方（`member` 或 `customer`）和时间。',
  customerJoinsGroup: '有人加入客户群：已有的客户，或者不是任何成员好友的新人。',
  customerLeavesGroup: '客户退出客户群，或被移出。返回修改后的客户群。',
  customerLikesMoment: '客户点赞朋友圈，不产生事件。返回这次点赞。',
  customerRefusesTransfer:
    '客户拒绝被分配给其他成员。调用接口分配之后，客户可以在 24 小时内拒绝。超过 24 小时，分配生效。返回修改后的分配。',
  customerScansContactWay:
    '客户通过「联系我」添加成员。如果「联系我」有 `skip_verify`，跟进关系立即开始。否则，成员要先用操作 `memberAcceptsCustomer` 通过好友申请。返回成员的 userid 和客户的 external_userid。',
  customerUsesAcquisitionLink:
    '微信用户打开获客链接添加成员。如果链接有 `skip_verify`，跟进关系立即开始，并消耗一个使用量。否则，成员要先用操作 `memberAcceptsCustomer` 通过好友申请。如果链接有 `priority_type`，并且指向客户已添加的成员，客户就不再添加成员，也不产生事件。返回成员的 userid 和客户的 external_userid。',
  customerScansJoinWay:
    '客户使用进群方式（二维码或按钮），加入其中第一个未满的客户群。如果其中的客户群都已满，并且 `auto_create_room` 为 1，企业微信就新建一个客户群。',
  customerWritesToMember:
    '客户给成员发消息，计入统计。如果客户来自获客链接，应用在第 3、5、10 条消息时收到事件；这样的客户如果是微信用户，第一条消息也有事件。返回这条消息。',
  groupChanges: '群主或群管理员修改客户群的名称、公告或群管理员。返回修改后的客户群。',
  groupDismissed: '群主解散客户群。返回修改后的客户群。',
  groupMessageSent: '成员或客户在客户群里发消息，计入统计。返回这条消息。',
  mediaDownloadFails:
    '让异步上传任务失败，原因是企业微信无法下载文件。任务开始 10 秒后失败，发起任务的应用这时收到事件。返回这个任务，它还在进行中。',
  memberAcceptsCustomer: '成员通过客户的好友申请，跟进关系开始。返回新的跟进关系。',
  memberAddsCustomer:
    '成员向客户发送好友申请。如果 `accepted` 为 false，客户暂不通过（见操作 `customerAcceptsMember`），否则客户立即通过。申请计入统计。返回客户的 id。',
  memberCommentsOnMoment:
    '成员 `by` 评论成员 `userid` 发表的朋友圈，不产生事件。接口返回评论者和时间，但不返回评论内容。操作返回这条评论。',
  memberConfirmsMassMessage:
    '成员发送应用创建的企业群发。企业微信之前已把发送任务派给成员。不产生事件，但接口返回新的状态。',
  memberDeletesCustomer:
    '成员删除客户。成员仍是客户的联系人。返回这次删除：双方的 id、删除的一方（`member` 或 `customer`）和时间。',
  memberDeletesMoment: '成员删除一条不是应用创建的朋友圈。之后接口不再返回它。操作返回修改后的朋友圈。',
  memberEditsRemark: '成员修改客户的备注信息。应用会收到事件，只修改手机号时除外。返回修改后的跟进关系。',
  memberGetsCustomerContact:
    '成员获得客户联系权限。如果企业还没有这位成员，成员就加入企业的第一个部门。不产生事件，因为客户联系没有这种事件。返回修改后的成员或新成员。',
  memberIgnoresMassMessage:
    '成员忽略企业群发。接口对这位成员仍返回 `status` 0（未发送）。成员以后仍可发送。返回成员的任务。',
  memberIgnoresMoment:
    '成员忽略应用创建的朋友圈。接口对这位成员仍返回 `publish_status` 0（未发表）。成员以后仍可发表。返回朋友圈 `publications` 中这位成员的一项，其中 `ignored_at` 是当前时间。',
  memberJoinsGroup: '成员加入客户群。返回修改后的客户群。',
  memberLeaves:
    '成员离职。之后应用可以把成员的客户分配给其他成员。不产生事件，因为客户联系没有成员离职的事件。返回修改后的成员。',
  memberLeavesGroup: '成员退出客户群，或被移出。返回修改后的客户群。',
  memberLikesMoment: '成员 `by` 点赞成员 `userid` 发表的朋友圈，不产生事件。返回这次点赞。',
  memberOpensGroup: '成员创建客户群，并拉客户入群。',
  memberPostsMoment: '成员发表一条不是应用创建的朋友圈。',
  memberPublishesMoment:
    '成员发表应用创建的朋友圈。企业微信之前已把发表任务派给成员。不产生事件，但查询发表任务的接口返回新的状态。',
  memberSendsMassMessage: '成员发送一条不是应用创建的群发。它计入每位客户接收群发的上限。',
  memberTagsCustomer: '成员给客户添加或移除标签。返回修改后的跟进关系。',
  memberWritesToCustomer: '成员给客户发消息，计入统计。返回这条消息。',
  ownerChanges: '群主把客户群转让给另一位成员。返回修改后的客户群。',
  providerResetsPermanentCode:
    '服务商重新获取代开发应用的永久授权码，也就是这个应用的 secret。旧的永久授权码和应用的 token 失效。返回临时授权码 `auth_code`，服务商用它换取新的永久授权码。',
  suiteTicketPushed:
    '企业微信为服务商的 suite 推送新的 `suite_ticket`。真实的企业微信每十分钟推送一次，模拟企业只在测试执行这个操作时推送。',
}
