// Made from tools/catalogue/errors.yaml by `npm run generate`: change it there.

/** 系统繁忙 — WeCom is too busy to answer the call now. */
export const SYSTEM_BUSY = -1

/** 数据版本冲突 — Several callers changed the same record at the same time, and WeCom dropped this change. */
export const DATA_VERSION_CONFLICT = 6000

/** 不合法的secret参数 — The secret is absent, does not belong to the corpid, was reset, or its app is disabled. */
export const INVALID_SECRET = 40001

/** 无效的UserID — The userid is invalid (not 1 to 64 letters, digits, - _ .), or the member left the address book. */
export const INVALID_USERID = 40003

/** 不合法的媒体文件类型 — The upload does not accept this kind of file. */
export const INVALID_MEDIA_FILE_TYPE = 40004

/** 不合法的type参数 — The parameter "type" of an upload has an unknown value. */
export const INVALID_MEDIA_TYPE_PARAM = 40005

/** 不合法的文件大小 — The file size is outside the limits (too large, or 5 bytes or less). */
export const INVALID_FILE_SIZE = 40006

/** 不合法的media_id参数 — The media_id does not exist, is older than three days, or is not allowed in this call. */
export const INVALID_MEDIA_ID = 40007

/** 不合法的msgtype参数 — The call does not support this value of msgtype. */
export const INVALID_MSGTYPE = 40008

/** 上传图片大小不是有效值 — The uploaded image is larger or smaller than allowed. */
export const INVALID_IMAGE_SIZE = 40009

/** 上传视频大小不是有效值 — The uploaded video is larger or smaller than allowed. */
export const INVALID_VIDEO_SIZE = 40011

/** 不合法的CorpID — No corp has this corp id. */
export const INVALID_CORPID = 40013

/** 不合法的access_token — The access_token does not exist, has expired, is damaged, or is of the wrong kind. Tokens of a corp, of a suite and of a provider are different kinds. */
export const INVALID_ACCESS_TOKEN = 40014

/** 不合法的oauth_code — The OAuth code was already used, or is older than five minutes. */
export const INVALID_OAUTH_CODE = 40029

/** 不合法的UserID列表 — At least one userid of the list is wrong or outside the visible range of the app. */
export const INVALID_USERID_LIST = 40031

/** 不合法的UserID列表长度 — The list has too many members. The limit is 1000 for sending messages, and 200 for deleting members. */
export const INVALID_USERID_LIST_LENGTH = 40032

/** 不合法的请求字符 — The request contains characters in the escaped form \uXXXX. */
export const INVALID_CHARACTERS = 40033

/** 不合法的参数 — A parameter has the wrong type, e.g. one text in place of a list of texts. WeCom also returns this errcode if all lists in the request are empty. */
export const INVALID_PARAMETER = 40035

/** 不合法的url长度 — A URL in the request is longer than 1024 bytes. */
export const URL_TOO_LONG = 40039

/** chatid不存在 — The chatid does not exist, or this caller cannot see it. */
export const CHATID_NOT_FOUND = 40050

/** 不合法的agentid — The agentid is not an integer, or the corp has no app with this agentid. */
export const INVALID_AGENTID = 40056

/** 不合法的callbackurl或者callbackurl验证失败 — The callback URL is invalid, or did not answer the verification request correctly. */
export const CALLBACK_URL_VERIFICATION_FAILED = 40057

/** 不合法的参数 — A parameter is not allowed. The JSON may be wrong, a text too long, a list too long, or a required parameter empty. WeCom also returns this errcode for a GET request in place of POST. */
export const INVALID_REQUEST_PARAMETER = 40058

/** 参数为空 — A required parameter is missing. WeCom also returns this errcode if the parameters are in the query or in a form, not in a JSON body. */
export const EMPTY_PARAMETER = 40063

/** 不合法的部门列表 — The list of departments is empty, or contains a department that does not exist. */
export const INVALID_DEPARTMENT_LIST = 40066

/** 不合法的标签/标签组ID — The id of a tag or tag group is missing or does not exist. */
export const INVALID_TAG_ID = 40068

/** 指定的标签范围节点全部无效 — All members and departments of the request are invalid, so nobody gets the tag. */
export const TAG_TARGETS_ALL_INVALID = 40070

/** 不合法的标签名字 — A tag with this name already exists. WeCom's text says only that the name is not valid. */
export const TAG_NAME_EXISTS = 40071

/** 不合法的标签名字长度 — The tag name is empty or longer than 32 characters. */
export const INVALID_TAG_NAME_LENGTH = 40072

/** 不合法的openid — No WeChat user has this openid. */
export const INVALID_OPENID = 40073

/** 不合法的pre_auth_code参数 — The pre-authorization code does not exist. */
export const INVALID_PRE_AUTH_CODE = 40077

/** 不合法的auth_code参数 — The temporary authorization code is wrong or already used. */
export const INVALID_AUTH_CODE = 40078

/** 不合法的suite_secret — The suite secret is wrong. */
export const INVALID_SUITE_SECRET = 40080

/** 不合法的suite_token — The suite_access_token is wrong, or is older than two hours. */
export const INVALID_SUITE_TOKEN = 40082

/** 不合法的suite_id — The suite id does not exist. */
export const INVALID_SUITE_ID = 40083

/** 不合法的permanent_code参数 — The permanent code is wrong, it belongs to another provider, or the corp withdrew the authorization of the app. */
export const INVALID_PERMANENT_CODE = 40084

/** 不合法的的suite_ticket参数 — The suite_ticket does not exist or has expired. */
export const INVALID_SUITE_TICKET = 40085

/** 不合法的第三方应用appid — At least one app id in the request does not exist in the suite. */
export const INVALID_SUITE_APPID = 40086

/** jobid不存在 — No batch job has this jobid. */
export const JOB_NOT_FOUND = 40088

/** 批量任务的结果已清理 — WeCom deleted the result of this batch job. It stores the results of the latest five jobs only. */
export const JOB_RESULT_CLEARED = 40089

/** secret不合法 — The secret does not belong to this corp. */
export const SECRET_OF_ANOTHER_CORP = 40091

/** jsapi签名错误 — The JS-SDK signature in the page is wrong. */
export const INVALID_JSAPI_SIGNATURE = 40093

/** 不合法的URL — The URL is missing, or does not begin with http or https. */
export const INVALID_URL = 40094

/** 不合法的外部联系人userid — The external_userid belongs to another corp or provider, or no member in the visible range has this customer. */
export const INVALID_EXTERNAL_USERID = 40096

/** 该成员尚未离职 — The member who hands over customers has not left the corp. */
export const MEMBER_NOT_RESIGNED = 40097

/** 成员尚未实名认证 — The member has not passed real-name verification. */
export const MEMBER_NOT_VERIFIED = 40098

/** 外部联系人的数量已达上限 — The member has reached the maximum number of customers. */
export const EXTERNAL_CONTACT_LIMIT_REACHED = 40099

/** 此用户的外部联系人已经在转移流程中 — The customers of this member are already being transferred. */
export const TRANSFER_ALREADY_RUNNING = 40100

/** 上传临时图片素材，图片格式非法 — The uploaded image is damaged, or the declared file size is wrong. */
export const INVALID_IMAGE_FORMAT = 40123

/** 无效的openuserid参数 — The open_userid is not valid for this provider. */
export const INVALID_OPEN_USERID = 40125

/** 企业标签个数达到上限，最多为3000个 — The corp has the maximum number of corp tags. The maximum is 3000 according to WeCom's table of errcodes, and 10,000 according to WeCom's pages about tags. */
export const CORP_TAG_LIMIT_REACHED = 40126

/** 不支持的uri schema — WeCom does not accept the scheme of a URI in the request. */
export const UNSUPPORTED_URI_SCHEME = 40127

/** 客户转接过于频繁（90个自然日内，在职成员的每位客户仅可被转接2次） — The customer was already transferred twice within 90 calendar days. */
export const TRANSFER_TOO_OFTEN = 40128

/** 当前客户正在转接中 — Another transfer of this customer is not finished yet. */
export const CUSTOMER_IN_TRANSFER = 40129

/** 原跟进人与接手人一样，不可继承 — The call transfers the customer from a member to the same member. */
export const SAME_HANDOVER_AND_TAKEOVER = 40130

/** handover_userid 并不是外部联系人的跟进人 — The member who should hand over the customer does not have the customer. */
export const HANDOVER_NOT_A_FOLLOWER = 40131

/** 团队号不支持此操作 — Team accounts (团队号) cannot use this call. */
export const TEAM_ACCOUNT_UNSUPPORTED = 40132

/** 当前企业禁止成员授权 — The corp does not allow individual members to authorize an app. */
export const MEMBER_AUTHORIZATION_FORBIDDEN = 40133

/** 此成员授权应用已被禁用 — The app that this member authorized is disabled. */
export const MEMBER_APP_DISABLED = 40134

/** 应用试用到期 — The trial period of the app has ended. */
export const APP_TRIAL_EXPIRED = 40136

/** 应用服务到期 — The paid period of the app has ended. */
export const APP_SERVICE_EXPIRED = 40137

/** 应用付费可用人数超限 — More members use the app than the corp paid for. */
export const APP_SEATS_EXCEEDED = 40138

/** 成员授权使用人数超限 — More members authorized the app for themselves than WeCom allows. */
export const MEMBER_AUTHORIZATIONS_EXCEEDED = 40139

/** 企业账号异常 — The corp account is in an abnormal state. */
export const CORP_ACCOUNT_ABNORMAL = 40141

/** 转接成员被封禁，无法进行客户继承操作 — WeCom has banned the member who should receive the customer. */
export const TRANSFER_MEMBER_BANNED = 40143

/** 已经升级了客户群ID，无法再次升级 — The group chat ids were already upgraded. */
export const CHAT_ID_ALREADY_UPGRADED = 40165

/** 还未升级客户群ID，无法调用接口 — The group chat ids have not been upgraded yet. */
export const CHAT_ID_NOT_UPGRADED = 40166

/** 指定的升级时间不合法 — The time that was chosen for the upgrade of group chat ids is not allowed. */
export const INVALID_UPGRADE_TIME = 40167

/** 当前操作包含敏感信息，被反垃圾拦截 — WeCom blocked the content or the action as spam. */
export const ANTISPAM_BLOCKED = 40201

/** 请求参数已废弃 — The request contains a parameter that WeCom no longer supports. */
export const DEPRECATED_PARAMETER = 40203

/** 微信反垃圾 — WeChat blocked the action as spam. */
export const WECHAT_ANTISPAM = 40204

/** 成员微信票据过期 — The WeChat login of the member has expired after a year without login. */
export const MEMBER_WECHAT_TICKET_EXPIRED = 40205

/** 请求body字节数超过限制 — The request body has too many bytes. */
export const REQUEST_BODY_TOO_LARGE = 40206

/** 缺少access_token参数 — The query string has no access_token. */
export const ACCESS_TOKEN_MISSING = 41001

/** 缺少corpid参数 — The parameter corpid was not sent. */
export const CORPID_MISSING = 41002

/** 缺少secret参数 — The parameter corpsecret was not sent. */
export const SECRET_MISSING = 41004

/** 缺少media_id参数 — The parameter media_id was not sent. */
export const MEDIA_ID_MISSING = 41006

/** 缺少auth code参数 — The authorization code was not sent. */
export const AUTH_CODE_MISSING = 41008

/** 缺少userid参数 — The parameter userid was not sent. */
export const USERID_MISSING = 41009

/** 缺少url参数 — The parameter url was not sent. */
export const URL_MISSING = 41010

/** 缺少agentid参数 — The parameter agentid was not sent. */
export const AGENTID_MISSING = 41011

/** 缺少title参数 — A news item or link item of the message has no title. */
export const TITLE_MISSING = 41016

/** 缺少tagid参数 — The tag id was not sent. */
export const TAGID_MISSING = 41017

/** 缺少标签名 — The tag name was not sent. */
export const TAG_NAME_MISSING = 41018

/** 缺少suite_id参数 — The parameter suite_id was not sent. */
export const SUITE_ID_MISSING = 41021

/** 缺少suite_access_token参数 — The query string has no suite_access_token. */
export const SUITE_ACCESS_TOKEN_MISSING = 41022

/** 缺少suite_ticket参数 — The parameter suite_ticket was not sent. WeCom sends a new one to the callback URL every 10 minutes. */
export const SUITE_TICKET_MISSING = 41023

/** 缺少secret参数 — The suite or provider secret was not sent. */
export const SUITE_SECRET_MISSING = 41024

/** 缺少permanent_code参数 — The parameter permanent_code was not sent. getPermanentCode returns it once for each authorization. */
export const PERMANENT_CODE_MISSING = 41025

/** 缺少 description 参数 — The card message has no description. */
export const DESCRIPTION_MISSING = 41033

/** 缺少外部联系人userid参数 — The parameter external_userid was not sent. */
export const EXTERNAL_USERID_MISSING = 41035

/** 不合法的企业对外简称 — The short name that the corp shows to customers is not certified. */
export const INVALID_CORP_SHORT_NAME = 41036

/** 缺少「联系我」type参数 — The type of the contact way (1 one member, 2 several members) was not sent. */
export const CONTACT_WAY_TYPE_MISSING = 41037

/** 缺少「联系我」scene参数 — The scene of the contact way (1 mini program, 2 QR code) was not sent. */
export const CONTACT_WAY_SCENE_MISSING = 41038

/** 无效的「联系我」type参数 — The type of the contact way has an unknown value. */
export const CONTACT_WAY_TYPE_INVALID = 41039

/** 无效的「联系我」scene参数 — The scene of the contact way has an unknown value. */
export const CONTACT_WAY_SCENE_INVALID = 41040

/** 「联系我」使用人数超过限制 — The contact way has more than 100 members, including the members of its departments. */
export const CONTACT_WAY_USERS_EXCEEDED = 41041

/** 无效的「联系我」style参数 — The style of the contact way has an unknown value. */
export const CONTACT_WAY_STYLE_INVALID = 41042

/** 缺少「联系我」config_id参数 — The config_id of the contact way was not sent. It is in the result of createContactWay. */
export const CONTACT_WAY_CONFIG_ID_MISSING = 41043

/** 无效的「联系我」config_id参数 — The contact way with this config_id does not exist, or another app created it. */
export const CONTACT_WAY_CONFIG_ID_INVALID = 41044

/** API添加「联系我」达到数量上限 — The corp has the maximum number of contact ways created by API. The limit is 500000, including join ways (加入群聊) of group chats. */
export const CONTACT_WAY_LIMIT_REACHED = 41045

/** 缺少企业群发消息id — The id of the mass message was not sent. */
export const GROUP_MSG_ID_MISSING = 41046

/** 无效的企业群发消息id — The mass message does not exist, or this caller cannot see it. */
export const GROUP_MSG_ID_INVALID = 41047

/** 无可发送的客户 — No customer matches the filters of the mass message. */
export const NO_SENDABLE_CUSTOMER = 41048

/** 缺少欢迎语code参数 — The parameter welcome_code was not sent. */
export const WELCOME_CODE_MISSING = 41049

/** 无效的欢迎语code — The welcome code is unknown or older than 20 seconds. */
export const WELCOME_CODE_INVALID = 41050

/** 客户和服务人员已经开始聊天了 — The conversation already began, or a welcome message was already delivered. */
export const CHAT_ALREADY_STARTED = 41051

/** 无效的发送时间 — The planned sending time is in the past, or outside the allowed range. */
export const INVALID_SEND_TIME = 41052

/** 客户未同意聊天存档 — The customer has not agreed to conversation archiving. */
export const CUSTOMER_ARCHIVE_CONSENT_MISSING = 41053

/** 该用户尚未激活 — A member of the contact way has never logged in, or is not verified. */
export const MEMBER_NOT_ACTIVE = 41054

/** 群欢迎语模板数量达到上限 — The corp has reached the maximum number of group welcome templates. */
export const GROUP_WELCOME_TEMPLATE_LIMIT = 41055

/** 外部联系人id类型不正确 — The call does not accept this kind of id. An external contact has several kinds of ids, such as external_userid, unionid and openid. */
export const EXTERNAL_ID_TYPE_INVALID = 41056

/** 企业或服务商未绑定微信开发者账号 — The corp or the provider has not bound a WeChat developer account. */
export const WECHAT_DEVELOPER_ACCOUNT_NOT_BOUND = 41057

/** 无此群欢迎语模板的编辑权限 — The caller may not edit this group welcome template. */
export const GROUP_WELCOME_TEMPLATE_FORBIDDEN = 41058

/** 缺少moment_id参数 — The parameter moment_id was not sent. */
export const MOMENT_ID_MISSING = 41059

/** 不合法的moment_id参数 — The moment_id does not exist, or this caller cannot see the moment. */
export const MOMENT_ID_INVALID = 41060

/** 不合法朋友圈发送成员userid，当前朋友圈并非此用户发表 — The moment was published by another member. */
export const MOMENT_NOT_BY_MEMBER = 41061

/** 企业创建的朋友圈尚未被成员userid发表 — The member has not published the moment of the corp yet. */
export const MOMENT_NOT_PUBLISHED_YET = 41062

/** 群发消息正在被派发中，请稍后再试 — WeCom is still distributing the mass message to members. */
export const GROUP_MSG_DISPATCHING = 41063

/** 附件数量超过限制 — The request contains too many attachments. A message may have 9. */
export const TOO_MANY_ATTACHMENTS = 41064

/** 无效的附件类型 — The call does not accept this kind of attachment. */
export const INVALID_ATTACHMENT_TYPE = 41065

/** 用户视频号名称错误 — The name of the video channel account (视频号) is wrong. */
export const INVALID_CHANNEL_NAME = 41066

/** 朋友圈moment_id类型错误 — The call does not accept moments with this create_type. create_type shows whether the corp or a member created the moment. */
export const MOMENT_ID_TYPE_MISMATCH = 41067

/** 聊天敏感词列表超过了限制 — The rule has too many sensitive words. */
export const INTERCEPT_WORD_LIMIT = 41068

/** 聊天敏感词规则总数超过了限制 — The corp has too many sensitive-word rules. */
export const INTERCEPT_RULE_LIMIT = 41069

/** 无效的聊天敏感词规则id — The sensitive-word rule does not exist. */
export const INTERCEPT_RULE_ID_INVALID = 41070

/** 聊天敏感词规则已经被删除 — The sensitive-word rule was deleted. */
export const INTERCEPT_RULE_DELETED = 41071

/** 资源附件场景使用错误 — The parameters media_type and attachment_type do not match. */
export const ATTACHMENT_SCENE_MISMATCH = 41072

/** 商品图册描述不符合标准 — WeCom refused the description of the product. WeCom does not document how this errcode differs from 41087. */
export const INVALID_PRODUCT_DESCRIPTION = 41073

/** 商品图册数据已经被删除 — The product was deleted. */
export const PRODUCT_DELETED = 41074

/** 无效的商品图册id或者数据不存在 — No product has this id. */
export const PRODUCT_NOT_FOUND = 41075

/** 聊天敏感词规则适用范围超过限制 — The sensitive-word rule applies to too many members and departments. */
export const INTERCEPT_RANGE_TOO_LARGE = 41076

/** 聊天敏感词规则名称不唯一 — A sensitive-word rule with this name already exists. */
export const INTERCEPT_NAME_EXISTS = 41077

/** 创建朋友圈正在进行的异步任务总数超过了限制 — Too many tasks that create moments are running. */
export const MOMENT_TASKS_RUNNING_LIMIT = 41078

/** 朋友圈正在被派发中，请稍后再试 — WeCom is still distributing the moment to members. */
export const MOMENT_DISPATCHING = 41079

/** 附件资源大小超过限制 — The file of the attachment is too large. */
export const ATTACHMENT_TOO_LARGE = 41080

/** 附件资源的图片分辨率超过限制 — The resolution of the picture in the attachment is too high. */
export const ATTACHMENT_RESOLUTION_TOO_HIGH = 41081

/** 附件资源的视频时长超过限制 — The video in the attachment is too long. */
export const ATTACHMENT_VIDEO_TOO_LONG = 41082

/** 敏感词关键字错误 — A word in the list of sensitive words is not allowed. */
export const INTERCEPT_KEYWORD_INVALID = 41083

/** 敏感词拦截语义规则错误 — The list semantics_list of the sensitive-word rule contains a value that is not allowed. */
export const INTERCEPT_SEMANTICS_INVALID = 41084

/** 无效商品编码 — WeCom refused the code of the product (product_sn). The code may contain only digits and letters, at most 128 bytes. */
export const INVALID_PRODUCT_SN = 41085

/** 无效商品价格 — WeCom refused the price of the product. The price must be an integer in fen (1/100 yuan), at most 5000000. */
export const INVALID_PRODUCT_PRICE = 41086

/** 无效商品描述 — WeCom refused the description of the product. WeCom does not document how this errcode differs from 41073. */
export const INVALID_PRODUCT_TEXT = 41087

/** 附件列表为empty — The list of attachments is empty. */
export const ATTACHMENTS_EMPTY = 41088

/** 朋友圈附件与内容不能同时为empty — The moment has neither text nor attachments. */
export const MOMENT_EMPTY = 41089

/** 视频格式不合法 — The video is not a valid mp4 file. */
export const INVALID_VIDEO_FORMAT = 41090

/** 配置客户群进群方式最多只能关联5个群 — The join way (加入群聊) contains more than five group chats. */
export const JOIN_WAY_GROUPS_EXCEEDED = 41091

/** 群发任务已取消 — The mass message was cancelled before this call. */
export const GROUP_MSG_CANCELLED = 41093

/** 群发提醒超过频率限制 — Members were reminded of the mass message too often. WeCom documents a limit of three reminders in 24 hours. */
export const GROUP_MSG_REMIND_TOO_OFTEN = 41094

/** 获客链接数量超过上限 — The corp or app has too many acquisition links. */
export const ACQUISITION_LINK_LIMIT = 41095

/** 欢迎语已在发送中 — Another app is sending a welcome message to this customer right now. */
export const WELCOME_MSG_IN_DELIVERY = 41096

/** 组件关联应用创建的获客链接授权给了其他组件 — An app that is linked to the calling acquisition component (获客助手组件) created the link, but the corp authorized another component to use the link. */
export const ACQUISITION_LINK_GRANTED_ELSEWHERE = 41098

/** 不是服务商代支付模式 — The corp has not agreed that the service provider of the app pays for the corp's acquisition links (获客链接). */
export const ACQUISITION_NOT_PROVIDER_PAID = 41099

/** access_token已过期 — The access_token has expired. WeCom may end a token before its expires_in is over. */
export const ACCESS_TOKEN_EXPIRED = 42001

/** code已过期 — The OAuth code of a login has expired. */
export const OAUTH_CODE_EXPIRED = 42003

/** pre_auth_code已过期 — The pre-authorization code has expired. It is valid for 1200 seconds. */
export const PRE_AUTH_CODE_EXPIRED = 42007

/** suite_access_token已过期 — The suite_access_token has expired. It is valid for two hours. */
export const SUITE_ACCESS_TOKEN_EXPIRED = 42009

/** jsapi_ticket不可用，一般是没有正确调用接口来创建jsapi_ticket — The JS-SDK ticket was created by the wrong call, or belongs to another app. */
export const JSAPI_TICKET_UNAVAILABLE = 42012

/** code已经被使用过。只能使用一次 — The OAuth code was already used. It works only once. */
export const CODE_ALREADY_USED = 42022

/** 指定的userid未绑定微信或未关注微信插件（原企业号） — The member has not connected a WeChat account. */
export const WECHAT_NOT_BOUND = 43004

/** 企业未验证主体 — The corp has not verified its legal entity. */
export const CORP_NOT_VERIFIED = 43009

/** 应用需配置回调url — The call requires that the app has a callback URL. */
export const CALLBACK_URL_REQUIRED = 43012

/** 多媒体文件为空 — The uploaded file is empty, or the form field of the file has a wrong name. */
export const EMPTY_MEDIA = 44001

/** 文本消息content参数为空 — The text message has no content. */
export const EMPTY_TEXT_CONTENT = 44004

/** 多媒体文件大小超过限制 — The media file is too large. */
export const MEDIA_TOO_LARGE = 45001

/** 消息内容大小超过限制 — The content of the message is too large. The limit for app messages is 2048 bytes of text, or 666 K of rich text. */
export const CONTENT_TOO_LARGE = 45002

/** 语音播放时间超过限制 — The voice message is longer than 60 seconds. */
export const VOICE_TOO_LONG = 45007

/** 图文消息的文章数量不符合系统限制 — The message has more than eight articles. */
export const TOO_MANY_ARTICLES = 45008

/** 接口调用超过限制 — The caller makes too many calls. WeCom limits the calls of each corp to one endpoint, the calls from one IP, and the requests for tokens. Debug mode allows five calls per minute. */
export const API_FREQUENCY_LIMIT = 45009

/** 账号数量超过上限 — The corp has reached its maximum number of members. */
export const ACCOUNT_LIMIT_REACHED = 45024

/** 回包大小超过上限 — The answer to the call would be too large. */
export const RESPONSE_TOO_LARGE = 45029

/** 企业corpsecret不够安全，请重置 — The secret is not secure enough. WeCom requires a new secret for this corp. */
export const CORPSECRET_TOO_WEAK = 45031

/** 接口并发调用超过限制 — The corp makes too many calls to the same path at the same time. */
export const API_CONCURRENCY_LIMIT = 45033

/** url必须有协议头 — The URL does not begin with http or https. */
export const URL_SCHEME_REQUIRED = 45034

/** 并发操作冲突 — Two calls changed the same customer of the same member at the same time. For instance, both changed tags. */
export const CONCURRENT_OPERATION_CONFLICT = 45035

/** 指定的用户不存在 — The member does not exist, or is outside the visible range of the app. */
export const USER_NOT_FOUND = 46004

/** API功能未授权 — The corp or the provider has no permission for this call. */
export const API_UNAUTHORIZED = 48001

/** API接口无权限调用 — The permissions of the app do not include this call. */
export const API_FORBIDDEN = 48002

/** 不合法的suite_id — The suite_access_token belongs to another suite id. */
export const SUITE_TOKEN_MISMATCH = 48003

/** 授权关系无效 — The corp never authorized the suite, or withdrew the authorization. */
export const AUTHORIZATION_INVALID = 48004

/** API接口已废弃 — WeCom no longer offers this call. */
export const API_RETIRED = 48005

/** 接口权限被收回 — WeCom withdrew the permission for the call, because the corp had not used the app for a long time. */
export const API_PERMISSION_RECLAIMED = 48006

/** API接口无权限调用，由于对应的客服账号未授权 — The corp did not authorize the app to use this customer-service account (客服账号). */
export const KF_ACCOUNT_NOT_AUTHORIZED = 48007

/** API接口无权限调用，通讯录编辑授权只能调用部分通讯录接口 — The permission to edit the address book does not include this call. */
export const CONTACT_EDIT_LIMITED = 48008

/** API接口无权限调用，为保障企业数据安全，不再允许通讯录同步助手从新增IP读取通讯录详情 — The address-book sync helper (通讯录同步助手) may not read details of members from an IP that it did not use before. */
export const CONTACT_SYNC_NEW_IP_FORBIDDEN = 48009

/** 群已经解散 — The owner dismissed the group chat. */
export const CHAT_DISMISSED = 49008

/** redirect_url未登记可信域名 — The domain of the redirect URL is not a trusted domain of the app. */
export const REDIRECT_DOMAIN_NOT_TRUSTED = 50001

/** 成员不在权限范围 — The permissions of the app do not include this member. */
export const MEMBER_OUT_OF_SCOPE = 50002

/** 应用已禁用 — The app is disabled in the admin console. */
export const APP_DISABLED = 50003

/** 系统应用已禁用 — A system app of WeCom is disabled. */
export const SYSTEM_APP_DISABLED = 50006

/** 分页查询的游标无效 — The cursor for the next page is wrong or has expired. */
export const INVALID_CURSOR = 50100

/** 部门ID不存在 — The department does not exist. */
export const DEPARTMENT_NOT_FOUND = 60003

/** 指定的成员/部门/标签参数无权限 — A member, department or tag of the request is outside the visible range of the app, or the app may not edit it. */
export const NO_PRIVILEGE = 60011

/** 不安全的访问IP — The request came from an IP that is not a trusted IP of the app. */
export const IP_NOT_ALLOWED = 60020

/** userid不在应用可见范围内 — The userid is outside the visible range of the app. */
export const USERID_OUT_OF_APP_SCOPE = 60021

/** 已超出应用可见范围 — An object in the request is outside the visible range of the app. */
export const OUT_OF_APP_SCOPE = 60030

/** 当前应用已禁止调用API — The app is not allowed to make calls at present. */
export const APP_API_FORBIDDEN = 60031

/** UserID不存在 — The member does not exist, has left, or is outside the visible range. If the ids of the corp were upgraded, WeCom also returns this errcode when an app of a provider sends an unencrypted userid. */
export const USERID_NOT_FOUND = 60111

/** 无效的部门id — The department id is not valid. */
export const INVALID_DEPARTMENT_ID = 60123

/** 记录不存在 — The requested record does not exist. */
export const RECORD_NOT_FOUND = 60136

/** 仅支持第三方应用调用 — Only third-party apps may make this call. */
export const THIRD_PARTY_ONLY = 60214

/** 当前操作者无权限，操作者需要授权或者在可见范围内 — The call names a member as the operator (操作者). This member has not authorized the app, and is outside the visible range of the app. */
export const OPERATOR_NOT_AUTHORIZED = 60217

/** 仅支持成员授权模式的应用可调用 — Only apps that members authorize for themselves may make this call. */
export const MEMBER_AUTH_MODE_ONLY = 60218

/** open_userid对应的服务商不是当前服务商 — The open_userid belongs to another provider. */
export const OPEN_USERID_OF_OTHER_PROVIDER = 60221

/** 成员或者部门id不正确 — The id of a member or of a department is wrong. */
export const INVALID_MEMBER_OR_DEPARTMENT = 60229

/** 第三方应用未上线 — The third-party app is not published yet. */
export const SUITE_APP_NOT_ONLINE = 60246

/** 可信域名不正确，或者无ICP备案 — The trusted domain is wrong, or has no ICP filing (ICP备案). */
export const TRUSTED_DOMAIN_INVALID = 80001

/** 无权限操作标签 — The app has no permission for this tag. */
export const TAG_NO_PRIVILEGE = 81011

/** 缺失可见范围 — The visible range (可见范围) in the request is missing: it contains no member, department or tag. */
export const SCOPE_MISSING = 81012

/** UserID、部门ID、标签ID全部非法或无权限 — All members, departments and tags of the request are invalid or outside the visible range. */
export const RECIPIENTS_ALL_INVALID = 81013

/** 标签添加成员，单次添加user或party过多 — The call has too many members or departments for one tag. */
export const TAG_MEMBERS_TOO_MANY = 81014

/** 请求个数超过限制 — The request asks for too many items. WeCom also returns this errcode if you list group chats without a filter by owner, and the visible range of the app has more than 1000 members. */
export const TOO_MANY_ITEMS_REQUESTED = 81017

/** 相关功能处于系统维护状态，暂时无法调用 — WeCom is maintaining this call, so no app can use the call now. */
export const FUNCTION_IN_MAINTENANCE = 81026

/** 指定的成员/部门/标签全部为空 — The request contains no receiver. */
export const TARGETS_EMPTY = 82001

/** 不合法的PartyID列表长度 — The message has more than 100 departments as receivers. */
export const TOO_MANY_DEPARTMENTS = 82002

/** 不合法的TagID列表长度 — The message has more than 100 tags as receivers. */
export const TOO_MANY_TAGS = 82003

/** 不合法的消息内容 — WeCom refused the content, because it could crash the WeCom client (客户端). */
export const INVALID_MESSAGE_CONTENT = 82004

/** 第三方应用不存在 — The third-party app of the request does not exist. */
export const THIRD_PARTY_APP_NOT_FOUND = 84005

/** 成员票据过期 — The user_ticket of the member has expired. */
export const USER_TICKET_EXPIRED = 84014

/** 成员票据无效 — The user_ticket of the member is not valid. */
export const USER_TICKET_INVALID = 84015

/** 不符合的state参数 — The parameter "state" contains a character that is not a letter or digit, or is longer than 128 bytes. */
export const INVALID_STATE = 84025

/** 不存在外部联系人的关系 — The member does not have this customer, or no longer does. */
export const NOT_EXTERNAL_CONTACT = 84061

/** 不合法的外部联系人授权码 — The authorization code of a customer is wrong or was already used. */
export const EXTERNAL_AUTH_CODE_INVALID = 84071

/** 应用未配置客服 — The app has no customer-service members in its settings. */
export const APP_HAS_NO_SERVICE_STAFF = 84072

/** 客服userid不在应用配置的客服列表中 — The member is not one of the customer-service members in the settings of the app. */
export const USERID_NOT_IN_SERVICE_STAFF = 84073

/** 没有外部联系人权限 — The app or the member has no permission for customer contact. */
export const NO_EXTERNAL_CONTACT_PERMISSION = 84074

/** 不合法或过期的authcode — The parameter authcode of the request is wrong or has expired. */
export const CONTACT_AUTHCODE_INVALID = 84075

/** 缺失authcode — The parameter authcode was not sent. */
export const CONTACT_AUTHCODE_MISSING = 84076

/** 非服务人员 — The member is not a customer-service member. */
export const NOT_SERVICE_MEMBER = 84083

/** 非跟进用户 — The WeChat user is not a customer of this member, or the member is outside the visible range of the app. */
export const NOT_A_FOLLOWER = 84084

/** 应用已下架 — The app was removed from the app market. */
export const APP_TAKEN_DOWN = 84085

/** 缺失user_ticket — The parameter user_ticket was not sent. */
export const USER_TICKET_MISSING = 84090

/** 包含不合法的词语 — The text contains words that are not allowed. */
export const FORBIDDEN_WORDS = 85002

/** 每企业每个月设置的可信域名不可超过20个 — The corp set more than 20 trusted domains this month. */
export const TRUSTED_DOMAIN_MONTHLY_LIMIT = 85004

/** 参数 chatid 不合法 — The chatid of an app chat has a wrong format. */
export const INVALID_CHATID = 86001

/** 参数 chatid 不存在 — The app chat does not exist. */
export const APP_CHAT_NOT_FOUND = 86003

/** 参数 群名不合法 — The name of the chat is not valid. */
export const INVALID_CHAT_NAME = 86004

/** 参数 群主不合法 — The owner of the chat is not valid. */
export const INVALID_CHAT_OWNER = 86005

/** 群成员数过多或过少 — The request has too many or too few members for a chat. */
export const CHAT_MEMBER_COUNT_INVALID = 86006

/** 不合法的群成员 — A member of the chat is not valid. */
export const INVALID_CHAT_MEMBER = 86007

/** 非法操作非自己创建的群 — The chat was created by another app. */
export const CHAT_OF_OTHER_APP = 86008

/** 仅群主才有操作权限 — Only the owner of the chat may make this change. */
export const CHAT_OWNER_ONLY = 86101

/** 群发类型不合法 — The type of the mass message is neither "single" nor "group". */
export const INVALID_GROUP_SEND_TYPE = 86214

/** 会话ID已经存在 — A chat with this id already exists. */
export const CHATID_EXISTS = 86215

/** 存在非法会话成员ID — Some member ids of the request do not exist or are not in the chat. */
export const INVALID_CHAT_MEMBER_IDS = 86216

/** 会话发送者不在会话成员列表中 — The sender is not a member of the chat. */
export const SENDER_NOT_IN_CHAT = 86217

/** 指定的会话参数不合法 — The parameter "type" or "msgtype" of the chat message is not valid. */
export const INVALID_CHAT_PARAMETER = 86220

/** 不是受限群，不允许使用该接口 — The call works only for restricted chats (受限群). */
export const NOT_A_RESTRICTED_CHAT = 86224

/** 非法的对外属性类型 — The type of an attribute in a member's external profile is not valid. */
export const INVALID_EXTERNAL_ATTR_TYPE = 90100

/** 对外属性：文本类型长度不合法 — A text attribute in a member's external profile is longer than 12 characters. */
export const EXTERNAL_ATTR_TEXT_LENGTH = 90101

/** 对外属性：网页类型标题长度不合法 — The title of a web attribute in a member's external profile is longer than 12 characters. */
export const EXTERNAL_ATTR_WEB_TITLE_LENGTH = 90102

/** 对外属性：网页url不合法 — The URL of a web attribute in a member's external profile is not valid. */
export const EXTERNAL_ATTR_WEB_URL = 90103

/** 对外属性：小程序类型标题长度不合法 — The title of a mini-program attribute in a member's external profile is longer than 12 characters. */
export const EXTERNAL_ATTR_MINIPROGRAM_TITLE_LENGTH = 90104

/** 对外属性：小程序类型pagepath不合法 — The page path of a mini-program attribute in a member's external profile is not valid. */
export const EXTERNAL_ATTR_MINIPROGRAM_PAGEPATH = 90105

/** 对外属性：请求参数不合法 — The attributes of a member's external profile are not valid. */
export const EXTERNAL_ATTR_INVALID = 90106

/** 缺少小程序appid参数 — The appid of the mini program was not sent. */
export const MINIPROGRAM_APPID_MISSING = 90200

/** 小程序通知中的page参数不合法 — The page path of the mini program is not valid. */
export const MINIPROGRAM_PAGE_INVALID = 90204

/** 小程序未关联到企业中 — The mini program is not linked to the corp. */
export const MINIPROGRAM_NOT_LINKED = 90206

/** 不合法的小程序appid — The appid of the mini program is not valid. */
export const MINIPROGRAM_APPID_INVALID = 90207

/** 小程序appid不匹配 — The appid is not the appid of the linked mini program. */
export const MINIPROGRAM_APPID_MISMATCH = 90208

/** 需要用户进行成员授权 — The member must authorize the app first. */
export const MEMBER_AUTHORIZATION_REQUIRED = 90210

/** 付费应用已过期 — The paid period of the app has ended. */
export const PAID_APP_EXPIRED = 90302

/** 付费应用超过最大使用人数 — The paid app has more users than the corp paid for. */
export const PAID_APP_USERS_EXCEEDED = 90303

/** 在开启IP鉴权的前提下，识别为无效的请求IP — The corp allows calls from certain IPs only, and the IP of this request is not allowed. */
export const REQUEST_IP_INVALID = 90308

/** 群主并未离职 — The owner of the group chat has not left the corp. */
export const OWNER_NOT_RESIGNED = 90500

/** 该群不是客户群 — The chat is not a group chat with customers (客户群). */
export const NOT_A_CUSTOMER_GROUP = 90501

/** 群主已经离职 — The owner of the group chat has left the corp. */
export const OWNER_RESIGNED = 90502

/** 满人 & 99个微信成员，没办法踢，要客户端确认 — The group chat is full, and 99 of the people in it use WeChat. The API cannot remove any of them to make room, so the API cannot transfer the group chat to a new owner. A member must confirm the transfer in the WeCom app. */
export const GROUP_FULL = 90503

/** 群主没变 — The new owner of the group chat is already its owner. */
export const OWNER_UNCHANGED = 90504

/** 离职群正在继承处理中 — The transfer of the group chat is not finished yet. */
export const GROUP_TRANSFER_RUNNING = 90507

/** 离职群已经继承 — The group chat was already transferred. */
export const GROUP_ALREADY_TRANSFERRED = 90508

/** 非企业微信客户群 — The chat is not a group chat with customers (客户群). WeCom does not document how this errcode differs from 90501 (NOT_A_CUSTOMER_GROUP). */
export const NOT_A_WECOM_CUSTOMER_GROUP = 90509

/** 企业一年内无活跃用户 — The corp has had no active user for a year. */
export const CORP_INACTIVE_ONE_YEAR = 90510

/** opengid不存在或者无效 — The opengid does not exist or is not valid. */
export const OPENGID_NOT_FOUND = 90511

/** 获取ticket的类型无效 — The type of ticket in the request is not valid. */
export const INVALID_TICKET_TYPE = 91040

/** 成员不在应用可见范围之内 — The member is outside the visible range of the app. */
export const MEMBER_NOT_VISIBLE = 92000

/** 应用没有敏感信息权限 — The app has no permission for sensitive data of members. */
export const SENSITIVE_INFO_FORBIDDEN = 92001

/** 不允许跨企业调用 — The object belongs to another corp. */
export const CROSS_CORP_FORBIDDEN = 92002

/** 不允许跨应用调用 — The object belongs to another app. */
export const CROSS_APP_FORBIDDEN = 92003

/** 机器人webhookurl不合法或者机器人已经被移除出群 — The webhook URL of the group robot is wrong, or the robot was removed from the group. */
export const INVALID_WEBHOOK_URL = 93000

/** 机器人被停用 — The group robot is disabled. */
export const ROBOT_DISABLED = 93004

/** 不合法的群ID — The id of the group is not valid. */
export const INVALID_GROUP_ID = 93006

/** 不在群里 — The robot or caller is not in the group. */
export const NOT_IN_GROUP = 93008

/** 无权限操作指定的应用 — The token has no permission for the app with this agentid. */
export const APP_NO_PRIVILEGE = 301002

/** 企业不可用，可能已经被解散或者被禁封 — The corp was dismissed, or WeCom banned it. */
export const CORP_UNAVAILABLE = 301007

/** 上传语音文件不符合系统要求 — The voice file does not meet the requirements of WeCom. */
export const VOICE_FILE_INVALID = 301016

/** 上传语音文件仅支持AMR格式 — The voice file is not in AMR format. */
export const VOICE_AMR_ONLY = 301017

/** 文件的md5不合法 — The MD5 hash in the request does not match the file. */
export const FILE_MD5_MISMATCH = 301019

/** 参数 userid 无效 — At least one userid of the request is not in the address book. */
export const USERID_PARAMETER_INVALID = 301021

/** ip白名单限制，请求ip不在设置白名单范围 — The settings of the conversation archive (会话存档) do not allow the IP of the request. */
export const IP_WHITELIST = 301042

/** 会话存档服务已过期 — The subscription of the conversation archive has expired. */
export const ARCHIVE_SERVICE_EXPIRED = 301052

/** 会话存档服务未开启 — The corp has not enabled the conversation archive. */
export const ARCHIVE_SERVICE_OFF = 301053

/** 非内部群，不提供数据 — The group chat is not internal, so WeCom returns no data. */
export const NOT_AN_INTERNAL_GROUP = 301059

/** userid或者exteropenid用户不存在 — The userid or external id does not exist. */
export const USER_OR_EXTERNAL_ID_NOT_FOUND = 301061

/** 无操作权限 — The caller has no permission for this operation. */
export const OPERATION_FORBIDDEN = 301088

/** block_hint非法 — The block_hint is not valid. WeCom returns a block_hint in the answer to a call that it blocks (拦截). */
export const BLOCK_HINT_INVALID = 400010

/** block_hint对应的拦截已过期 — The block (拦截) with this block_hint has already ended. */
export const BLOCK_ALREADY_OVER = 400011

/** 不允许通过该block_hint解除拦截 — No call can end the block (拦截) with this block_hint. */
export const BLOCK_NOT_RELEASABLE = 400012

/** 解拦截次数超过限制 — The caller has sent too many requests to end a block (解拦截) of calls. */
export const UNBLOCK_LIMIT_REACHED = 400013

/** scene参数不合法 — The parameter "scene" is not a text of 1 to 64 characters. Allowed characters are letters, digits, -, _ and the full stop. */
export const INVALID_SCENE = 610003

/** 输入参数不是企业客户 — The id in the request is not the id of a customer of the corp. */
export const NOT_A_CORP_CUSTOMER = 610004

/** 无效的unionid — The unionid is not valid. */
export const INVALID_UNIONID = 610014

/** 小程序对应的开放平台账号未认证 — The mini program belongs to a WeChat open-platform account that is not certified. */
export const OPEN_PLATFORM_ACCOUNT_NOT_CERTIFIED = 610015

/** 企业未认证 — WeCom has not certified the corp. */
export const CORP_NOT_CERTIFIED = 610016

/** 小程序和企业主体不一致 — The mini program of the unionid and openid belongs to another legal entity than the corp. */
export const SUBJECT_MISMATCH = 610017

/** openid和unionid不在同一个开放平台账号下 — The openid and the unionid belong to different WeChat open-platform accounts. */
export const OPENID_UNIONID_MISMATCH = 610018

/** 没有安装第三方应用 — The corp has not installed the third-party app. */
export const THIRD_PARTY_APP_NOT_INSTALLED = 610019

/** 没有安装与待开发应用是同一个服务商的第三方应用 — The call comes from a provider-developed app. The corp has installed no third-party app of the same provider. */
export const PROVIDER_APP_NOT_INSTALLED = 610020

/** 已经安装的与待开发应用为同一个服务商的第三方应用暂无企业客户权限 — The call comes from a provider-developed app. The corp has installed a third-party app of the same provider, but the third-party app has no permission for customers. */
export const PROVIDER_APP_LACKS_CUSTOMER_PERMISSION = 610021

/** 授权企业与服务商为同一企业，无需设置迁移 — The corp is itself the provider of the app, so there are no ids to migrate. */
export const SAME_CORP_AND_PROVIDER = 610022

/** 没有合法的有互通license的用户 — None of the members has a valid licence for contact with WeChat users. Only apps of providers need this licence (互通账号). */
export const NO_LICENSED_USER = 701008

/** 账号未激活或者已经过期 — The licence account of the member is not active, or has expired. */
export const LICENSE_INACTIVE = 701016

/** 用户userid非法或者跨企业 — The userid is invalid or belongs to another corp. This errcode concerns API licences (接口许可). */
export const LICENSE_USERID_INVALID = 701019

/** 授权企业没有安装任何互通权限应用（「客户联系」或「微信客服」权限） — The corp has installed no app with permission for customer contact (客户联系) or customer service (微信客服). */
export const CORP_HAS_NO_INTEROP_APP = 701087

/** 用户不在服务商应用的可见范围内 — The member is outside the visible range of the provider's app. */
export const USER_OUT_OF_PROVIDER_SCOPE = 701088

/** 用户不在服务商互通权限（「客户联系」或「微信客服」权限）应用的可见范围内 — The provider's app has permission for customer contact (客户联系) or customer service (微信客服), but the member is outside the visible range of the app. */
export const USER_OUT_OF_INTEROP_SCOPE = 701089

/** 用户没有有效的接口许可 — The member has no valid API licence. */
export const NO_VALID_API_LICENSE = 701099

/** 群活码第三方限免许可到期 — Providers can no longer use the calls for join ways of group chats (群活码) without a licence: the free period has ended. */
export const JOIN_WAY_FREE_LICENSE_EXPIRED = 701170

/** 非法的open_corpid — The open_corpid is not valid. */
export const INVALID_OPEN_CORPID = 710000

/** 非法的open_pending_corpid — The open_pending_corpid is not valid. */
export const INVALID_OPEN_PENDING_CORPID = 710002

/** 非法的tmp_external_userid — The tmp_external_userid (a temporary id from a meeting, form or document) is not valid. */
export const INVALID_TMP_EXTERNAL_USERID = 710006

/** 用于上传临时素材的url非法 — The URL from which WeCom should fetch the file is not valid. */
export const MEDIA_SOURCE_URL_INVALID = 830001

/** 下载的文件太大，或指定的Range范围太大 — The file or the requested part of the file is too large. */
export const MEDIA_SOURCE_TOO_LARGE = 830002

/** 用过上传临时素材的url下载数据失败 — WeCom could not download the file from the URL. */
export const MEDIA_SOURCE_DOWNLOAD_FAILED = 830003

/** 代开发应用模版未上线 — The provider has not published the template of the provider-developed app. */
export const TEMPLATE_NOT_ONLINE = 842002

/** 不是代开发应用模版 — The id does not belong to a template of provider-developed apps. */
export const NOT_A_TEMPLATE = 842003

/** 已存在代开发应用授权 — The corp already authorized a provider-developed app that was made from this template. */
export const CUSTOM_APP_ALREADY_AUTHORIZED = 842006

/** openid账号类型不是公众号或小程序 — The openid does not belong to an official account or a mini program. */
export const OPENID_TYPE_UNSUPPORTED = 845001

/** openid认证主体和企业认证主体不一致 — The official account or mini program of the openid does not belong to the corp's legal entity. */
export const OPENID_SUBJECT_MISMATCH = 845002

/** unionid认证主体和企业认证主体不一致 — The official account or mini program of the unionid does not belong to the corp's legal entity. */
export const UNIONID_SUBJECT_MISMATCH = 845003

/** 不是代开发或者第三方应用 — Only third-party apps and provider-developed apps may make this call. */
export const NOT_A_PROVIDER_APP = 846000

/** CorpId参数无效 — No corp has the corp id of the request. */
export const CORPID_PARAMETER_INVALID = 2000002
