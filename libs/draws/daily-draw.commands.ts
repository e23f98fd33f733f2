import { Matches } from 'class-validator';
import { SupervisorsWanted } from '#libs/draws/draw.commands';

/** 抽取日常督导员 */
export class PrepareDailyDraw extends SupervisorsWanted {
  /** The daily supervision; the id of its n-th draw is `<caseId>-d<n>` */
  @Matches(/^[0-9a-zA-Z][0-9a-zA-Z-]{0,59}$/)
  readonly caseId: string;
}
