/** Where the program keeps a rule without refusing anything, timing anything or writing anything down. */
export const RULE_SUPPORT: Readonly<Record<string, string>> = {
  'R2.1-x': '申报条件只有办法列明的五项,系统不设年龄、学历、资历门槛。',
  'R2.7(三)': '督导员的任何操作都不涉及考生、成绩、考务安排或者证书数据。',
  'R2.7(五)': '每份证据都标明密级;评价机构和公众看到的内容不含工作秘密、商业秘密和个人信息。',
  'R3.1(一)': '督导内容目录列有贯彻执行情况(C1),任何督导都可以列入。',
  'R3.2-1': '日常督导和专项督导各有自己的卷宗,种类在立项时写入,没有改变种类的操作。',
  'R5.2-1': '参数按事实发生之日有效的政策版本取用,办法颁布之前的事实不适用。',
};
