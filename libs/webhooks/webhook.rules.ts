import { defineRules } from '#libs/event-sourcing/rule';

export const webhookRules = defineRules({
  OnlyServicesAndTheProvinceSubscribe: {
    id: 'R2.7(四)', article: '第二章七', sentence: '督导情况不得擅自公开,事件推送只向接入系统和省级单位开通。',
  },
  WebhookBelongsToItsOwner: {
    id: 'R2.7(四)', article: '第二章七', sentence: '推送地址由登记它的单位管理;省级单位可以暂停、恢复和要求重新推送。',
  },
  SecretIsForItsOwner: {
    id: 'R2.7(五)', article: '第二章七', sentence: '推送密钥只交给登记推送地址的单位。',
  },
  AddressIsSafe: {
    id: 'R2.7(五)', article: '第二章七', sentence: '推送地址应当是规范写法的 https 地址(本机可用 http),不得含口令、参数和片段。',
  },
  HostIsNamed: {
    id: 'R2.7(五)', article: '第二章七', sentence: '推送地址的主机不在允许名单内,应当先由管理员列入。',
  },
});
