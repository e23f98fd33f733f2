import { CardOfCredential } from '#libs/supervisors/card.commands';

/** 占用内督证卡编号: part of issuing or replacing an internal card */
export class ClaimInternalCardNumber extends CardOfCredential {}
