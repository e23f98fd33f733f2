/** What every formal document rests on, unless it names other texts: the Measures and the three texts above them (R0-3). */
export const LEGAL_BASES: readonly string[] = [
  '《人力资源社会保障部关于改革完善技能人才评价制度的意见》(人社部发〔2019〕90号)',
  '《职业技能等级认定工作规程(试行)》(人社职司便函〔2020〕17号)',
  '《技能人才评价质量督导工作规程(试行)》(人社职司便函〔2020〕53号)',
  '《福建省职业技能等级认定质量督导工作实施办法(试行)》',
];
