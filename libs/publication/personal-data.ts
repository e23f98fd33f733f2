/** Numbers that name a person, however they are spaced: an identity number, a mobile phone. */
const NUMBERS = [/\d{17}[\dX]/, /(?<!\d)1[3-9]\d{9}(?!\d)/];

/** Whether a text holds such a number; full-width digits, spaces and hyphens between digits make no difference. */
export function namesAPerson(text: string): boolean {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/(?<=\d)[\s\-–—·.]+(?=[\dX])/g, '');
  return NUMBERS.some((pattern) => pattern.test(plain));
}
