import { namesAPerson } from '#libs/publication/personal-data';

describe('a text that names a person by a number', () => {
  it.each(['身份证35010219900307123X', '身份证 350102 19900307 1234', '电话13800000000', '电话138-0000-0000', '电话１３８００００００００', '证号350102199003071234'])('is seen: %s', (text) => {
    expect(namesAPerson(text)).toBe(true);
  });

  it.each(['抽查2026年3月10日至11日的场次,考生138名', '榕技督意〔2026〕7号', '机构电话0591-87654321', '统一编号0013800000000', ''])('is no other: %s', (text) => {
    expect(namesAPerson(text)).toBe(false);
  });
});
