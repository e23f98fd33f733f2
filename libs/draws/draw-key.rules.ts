import { defineRules } from '#libs/event-sourcing/rule';

export const drawKeyRules = defineRules({
  ProvinceAnnouncesDrawKeys: {
    id: 'R2.5-2', article: '第二章五', sentence: '抽取公钥由省级人力资源社会保障行政部门或者省中心统一公布、停用。',
  },
  ProvinceKeepsOneKeyRegister: {
    id: 'R2.5-2', article: '第二章五', sentence: '抽取公钥全省只有一份登记。',
  },
  PublicKeyIsSound: {
    id: 'R2.5-2', article: '第二章五', sentence: '该公钥不是合格的抽取公钥:对同一名录应当只有一个可能的结果。',
  },
  DrawKeyIsInUse: {
    id: 'R2.5-2', article: '第二章五', sentence: '该抽取公钥没有公布过,或者已经停用;停用的公钥不得再次启用。',
  },
});
