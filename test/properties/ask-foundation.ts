import { department, province } from '#libs/supervisors/supervisor-story';
import { CALENDAR_ID } from '#libs/regulation/calendar.events';
import { addDays, weekday } from '#libs/regulation/legal-date';
import { publishedCalendars } from '#libs/regulation/published-calendars';
import { areaOfDivision } from '#libs/regulation/areas';
import { DRAW_KEYS } from '#libs/draws/draw-key.events';
import { CARD_STOCK } from '#libs/supervisors/card.events';
import type { Actor } from '#libs/event-sourcing/event';
import { type Ask, ask } from '#test/properties/ask';
import { AGENCIES, centerOf, CENTERS, chosen, OFFICIAL_KEY, OTHER_KEY, schoolOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

export function registerAgency(index: number, by?: Actor): Ask {
  const { agencyId, division, isCentralBranch } = chosen(AGENCIES, index);
  const center = centerOf(isCentralBranch ? 'FJ' : (areaOfDivision(division) ?? 'FJ'));
  return ask(by ?? center, 'RegisterAgency', agencyId, { name: `样例学院${index}`, agencyType: 'SCHOOL', division, isCentralBranch, filedOn: '2021-09-01' });
}

/** Days off that no notice has, so that an amendment moves deadlines. */
const monday = (year: number, dice: number): string => {
  const day = addDays(`${year}-03-01`, dice % 250);
  return addDays(day, (8 - weekday(day)) % 7);
};

/** The notice of a year as published, or, where there is one, an amended one. */
export function publishCalendar(year: number, amendment: number): Ask {
  const notice = publishedCalendars.find(({ data }) => data.year === year)?.data ?? { off: [`${year}-01-01`], work: [], documentNo: `国办发明电〔${year - 1}〕1号` };
  const extra = amendment === 0 ? [] : [monday(year, amendment)].filter((day) => !notice.off.includes(day));
  return ask(department, 'PublishWorkCalendar', CALENDAR_ID, { year, documentNo: notice.documentNo, off: [...notice.off, ...extra], work: notice.work });
}

export const registerKey = (publicKey = OFFICIAL_KEY): Ask => ask(province, 'RegisterDrawKey', DRAW_KEYS, { publicKey });
export const receiveCards = (count: number, deliveryNo: string): Ask => ask(province, 'ReceiveBlankCards', CARD_STOCK, { count, deliveryNo });

/** What centres and agencies ask beyond the Measures. */
function publishNorm(dice: number, today: string): Ask {
  const { agencyId } = chosen(AGENCIES, dice);
  const text = { title: '工作规范', sha256: 'a'.repeat(64), effectiveFrom: addDays(today, (dice % 40) - 10), provisions: [{ addsTo: 'R3.3-4', text: '一个工作日内上传' }] };
  if (dice % 3 === 0) return ask(centerOf('3501'), 'PublishWorkingNorm', 'center-3501', text);
  return ask(schoolOf(agencyId), dice % 3 === 1 ? 'PublishWorkingNorm' : 'PublishInternalRequirements', `agency-${agencyId}`, text);
}

const somebodyElse = (dice: number): Actor | undefined => (dice % 5 === 0 ? chosen(CENTERS, Math.floor(dice / 5)) : undefined);

/** What the province needs before anything else. */
export function askOfFoundation({ states, sent, today }: Scene, dice: number): Ask {
  const missing = AGENCIES.findIndex(({ agencyId }) => states.of('agency', agencyId) === undefined);
  if (missing !== -1 && dice % 3 > 0) return registerAgency(missing, somebodyElse(dice));
  if (states.of('drawkeys', DRAW_KEYS) === undefined && dice % 2 === 0) return registerKey();
  const onHand = states.of('cards', CARD_STOCK)?.onHand ?? 0;
  const year = Number(today.slice(0, 4)) + (dice % 7 === 0 ? 1 : 0);
  const asks: readonly Ask[] = [
    receiveCards(1 + (dice % 5), `入库${dice % 40}`),
    publishCalendar(year, states.of('calendar', CALENDAR_ID)?.[year] === undefined ? 0 : 1 + dice),
    publishCalendar(year, 1 + dice),
    publishNorm(dice, today),
    ask(province, 'WriteOffBlankCards', CARD_STOCK, { count: 1 + (dice % 4), cause: 'SPOILED', reason: '受潮', recordNo: `损毁${sent}` }),
    ask(province, 'CountStock', CARD_STOCK, { counted: Math.max(0, onHand - (dice % 3)), reason: '盘亏', countNo: `盘点${sent}` }),
    ...(dice % 31 === 0 ? [registerKey(OTHER_KEY), ask(province, 'RetireDrawKey', DRAW_KEYS, { publicKey: OTHER_KEY, reason: '保管人调离' })] : []),
    ...(dice % 97 === 0 ? [ask(province, 'RetireDrawKey', DRAW_KEYS, { publicKey: OFFICIAL_KEY, reason: '疑似泄露' })] : []),
  ];
  return chosen(asks, dice);
}
